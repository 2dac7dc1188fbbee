@NullMarked
package dev.pagewright.system.accuracy;

import org.jspecify.annotations.NullMarked;
