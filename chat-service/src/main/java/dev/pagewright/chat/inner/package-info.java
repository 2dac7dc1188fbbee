/** The door: who may call, and how errors look. */
@NullMarked
package dev.pagewright.chat.inner;

import org.jspecify.annotations.NullMarked;
