/** The port that every download format implements, and what formats share. */
@NullMarked
package dev.pagewright.export.format;

import org.jspecify.annotations.NullMarked;
