@NullMarked
package dev.pagewright.document;

import org.jspecify.annotations.NullMarked;
