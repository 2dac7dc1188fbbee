@NullMarked
package dev.pagewright.system;

import org.jspecify.annotations.NullMarked;
