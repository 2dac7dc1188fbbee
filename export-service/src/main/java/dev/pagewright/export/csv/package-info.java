/** Tables as comma-separated values. */
@NullMarked
package dev.pagewright.export.csv;

import org.jspecify.annotations.NullMarked;
