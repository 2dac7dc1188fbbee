/** Mark-up that is well-formed whatever stands in the document. */
@NullMarked
package dev.pagewright.export.markup;

import org.jspecify.annotations.NullMarked;
