/** Opens originals: what a page's text layer says, and what it looks like. Knows no engine. */
@NullMarked
package dev.pagewright.worker.source;

import org.jspecify.annotations.NullMarked;
