/** Which language data is there, and which language a text is in. */
@NullMarked
package dev.pagewright.worker.language;

import org.jspecify.annotations.NullMarked;
