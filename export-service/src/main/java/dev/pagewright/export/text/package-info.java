/** Plain text. */
@NullMarked
package dev.pagewright.export.text;

import org.jspecify.annotations.NullMarked;
