/** Answers over finished jobs, with citations that were checked. */
@NullMarked
package dev.pagewright.chat;

import org.jspecify.annotations.NullMarked;
