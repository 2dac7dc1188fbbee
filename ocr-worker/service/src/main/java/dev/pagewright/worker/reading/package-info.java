/** A page's way from its original to its document: PDFs by text layer or picture, images by picture. */
@NullMarked
package dev.pagewright.worker.reading;

import org.jspecify.annotations.NullMarked;
