/** Builds, caches and serves downloads. */
@NullMarked
package dev.pagewright.export.download;

import org.jspecify.annotations.NullMarked;
