/** What runs without being asked, and whether it does. */
@NullMarked
package dev.pagewright.export.background;

import org.jspecify.annotations.NullMarked;
