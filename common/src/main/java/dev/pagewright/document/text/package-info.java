/** Text that is derived from blocks: the same to the letter in API, exports, chat and events. */
@NullMarked
package dev.pagewright.document.text;

import org.jspecify.annotations.NullMarked;
