/** What a text tells of itself: its language. */
@NullMarked
package dev.pagewright.worker.text;

import org.jspecify.annotations.NullMarked;
