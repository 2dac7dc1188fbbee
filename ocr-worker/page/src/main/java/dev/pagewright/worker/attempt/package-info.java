/** Steps of a page's way that another way can stand in for. */
@NullMarked
package dev.pagewright.worker.attempt;

import org.jspecify.annotations.NullMarked;
