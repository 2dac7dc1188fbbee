@NullMarked
package dev.pagewright.blob;

import org.jspecify.annotations.NullMarked;
