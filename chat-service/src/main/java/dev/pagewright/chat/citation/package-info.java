/** Citations that can be checked: verbatim, on their page, with boxes. Knows no framework. */
@NullMarked
package dev.pagewright.chat.citation;

import org.jspecify.annotations.NullMarked;
