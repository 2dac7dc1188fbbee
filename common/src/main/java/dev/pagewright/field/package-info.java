/** What ordinary documents state as a label with its value, and how labels are called. Knows no framework. */
@NullMarked
package dev.pagewright.field;

import org.jspecify.annotations.NullMarked;
