/** Measures answers on documents and questions that lie outside this repository. */
@NullMarked
package dev.pagewright.chat.calibration;

import org.jspecify.annotations.NullMarked;
