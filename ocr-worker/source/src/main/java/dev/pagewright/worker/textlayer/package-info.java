/** Whether the text layer of a PDF page is to be trusted. */
@NullMarked
package dev.pagewright.worker.textlayer;

import org.jspecify.annotations.NullMarked;
