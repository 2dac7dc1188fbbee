/** Every format in one archive. */
@NullMarked
package dev.pagewright.export.zip;

import org.jspecify.annotations.NullMarked;
