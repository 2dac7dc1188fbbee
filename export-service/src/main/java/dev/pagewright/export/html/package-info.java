/** One self-contained web page. */
@NullMarked
package dev.pagewright.export.html;

import org.jspecify.annotations.NullMarked;
