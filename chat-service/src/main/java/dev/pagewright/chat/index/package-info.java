/** From job events to passages: which jobs there are, and what is known of them. */
@NullMarked
package dev.pagewright.chat.index;

import org.jspecify.annotations.NullMarked;
