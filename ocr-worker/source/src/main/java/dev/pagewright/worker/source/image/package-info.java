/** Image files: frames, orientation, resolution. */
@NullMarked
package dev.pagewright.worker.source.image;

import org.jspecify.annotations.NullMarked;
