/** From the words and rulings of one upright page to its blocks, tables and reading order. */
@NullMarked
package dev.pagewright.worker.layout;

import org.jspecify.annotations.NullMarked;
