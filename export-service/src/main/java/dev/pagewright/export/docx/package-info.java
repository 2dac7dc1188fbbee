/** A word processor's document. */
@NullMarked
package dev.pagewright.export.docx;

import org.jspecify.annotations.NullMarked;
