/** ALTO 4.4. */
@NullMarked
package dev.pagewright.export.alto;

import org.jspecify.annotations.NullMarked;
