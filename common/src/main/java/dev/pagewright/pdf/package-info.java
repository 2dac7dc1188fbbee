/** What all services that open PDFs must see alike. The one package that knows PDFBox; who uses it brings it along. */
@NullMarked
package dev.pagewright.pdf;

import org.jspecify.annotations.NullMarked;
