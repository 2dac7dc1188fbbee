@NullMarked
package dev.pagewright.event;

import org.jspecify.annotations.NullMarked;
