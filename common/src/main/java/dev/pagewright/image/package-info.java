/** What services that look at the same picture must see in the same way. */
@NullMarked
package dev.pagewright.image;

import org.jspecify.annotations.NullMarked;
