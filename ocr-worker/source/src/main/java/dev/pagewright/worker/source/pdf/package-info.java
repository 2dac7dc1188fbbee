/** PDF pages: text with positions, rules, pictures, rendering. */
@NullMarked
package dev.pagewright.worker.source.pdf;

import org.jspecify.annotations.NullMarked;
