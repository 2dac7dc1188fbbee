@NullMarked
package dev.pagewright.gateway.background;

import org.jspecify.annotations.NullMarked;
