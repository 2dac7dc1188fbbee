/** GitHub Flavored Markdown. */
@NullMarked
package dev.pagewright.export.markdown;

import org.jspecify.annotations.NullMarked;
