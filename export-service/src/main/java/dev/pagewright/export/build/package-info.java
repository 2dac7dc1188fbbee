/** Turns at the work of building, shared fairly by accounts; what stops it. Knows no framework. */
@NullMarked
package dev.pagewright.export.build;

import org.jspecify.annotations.NullMarked;
