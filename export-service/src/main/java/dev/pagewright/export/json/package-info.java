/** The job as the public API shows it. */
@NullMarked
package dev.pagewright.export.json;

import org.jspecify.annotations.NullMarked;
