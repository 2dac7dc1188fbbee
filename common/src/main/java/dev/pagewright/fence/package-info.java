/** A fence around processes that read what strangers send: they reach what they need, and nothing else of this machine. */
@NullMarked
package dev.pagewright.fence;

import org.jspecify.annotations.NullMarked;
