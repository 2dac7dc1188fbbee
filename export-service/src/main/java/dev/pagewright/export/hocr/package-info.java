/** hOCR 1.2. */
@NullMarked
package dev.pagewright.export.hocr;

import org.jspecify.annotations.NullMarked;
