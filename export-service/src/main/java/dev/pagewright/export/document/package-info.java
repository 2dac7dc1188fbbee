/** The finished document, read through the gateway's inner API. */
@NullMarked
package dev.pagewright.export.document;

import org.jspecify.annotations.NullMarked;
