/** The door: who may call, and how errors look. */
@NullMarked
package dev.pagewright.export.inner;

import org.jspecify.annotations.NullMarked;
