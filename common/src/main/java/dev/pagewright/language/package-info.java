/** Languages of documents: their codes, names and scripts; the {@code language} field. */
@NullMarked
package dev.pagewright.language;

import org.jspecify.annotations.NullMarked;
