/** Page pictures, upright, as the API shows them; frames of uploaded images. */
@NullMarked
package dev.pagewright.export.image;

import org.jspecify.annotations.NullMarked;
