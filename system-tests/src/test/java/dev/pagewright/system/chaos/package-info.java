@NullMarked
package dev.pagewright.system.chaos;

import org.jspecify.annotations.NullMarked;
