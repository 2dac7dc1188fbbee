@NullMarked
package dev.pagewright.system.launch;

import org.jspecify.annotations.NullMarked;
