/** What the rooms of the worker hand to each other: the picture of a page, what a reader found in it, and how long it may take. */
@NullMarked
package dev.pagewright.worker.page;

import org.jspecify.annotations.NullMarked;
