/** Searchable PDF: the original with invisible text over its words. */
@NullMarked
package dev.pagewright.export.pdf;

import org.jspecify.annotations.NullMarked;
