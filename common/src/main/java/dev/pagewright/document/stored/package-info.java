/** How pages are stored and passed between services: a versioned form of its own, apart from model and API. */
@NullMarked
package dev.pagewright.document.stored;

import org.jspecify.annotations.NullMarked;
