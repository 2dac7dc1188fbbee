/** What runs without being asked, and whether it does. */
@NullMarked
package dev.pagewright.chat.background;

import org.jspecify.annotations.NullMarked;
