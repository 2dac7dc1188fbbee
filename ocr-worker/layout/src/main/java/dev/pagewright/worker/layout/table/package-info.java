/** Finds tables: ruled, partly ruled and unruled. Works on words and rules of one upright page. */
@NullMarked
package dev.pagewright.worker.layout.table;

import org.jspecify.annotations.NullMarked;
