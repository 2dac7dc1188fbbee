/** Translates the blocks of a finished document by a chat model, and checks what comes back. */
@NullMarked
package dev.pagewright.worker.translation;

import org.jspecify.annotations.NullMarked;
