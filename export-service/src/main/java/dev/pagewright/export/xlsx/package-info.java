/** A spreadsheet, a sheet a table. */
@NullMarked
package dev.pagewright.export.xlsx;

import org.jspecify.annotations.NullMarked;
