/** What a receipt or a bill says: merchant, date, lines, total. */
@NullMarked
package dev.pagewright.export.receipt;

import org.jspecify.annotations.NullMarked;
