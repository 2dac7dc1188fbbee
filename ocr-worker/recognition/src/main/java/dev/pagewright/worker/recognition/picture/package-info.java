/** Grey pictures as bytes, and what is measured and changed in them. */
@NullMarked
package dev.pagewright.worker.recognition.picture;

import org.jspecify.annotations.NullMarked;
