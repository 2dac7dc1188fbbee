/** Threads that must live: their failures counted, their silence noticed. */
@NullMarked
package dev.pagewright.supervision;

import org.jspecify.annotations.NullMarked;
