@NullMarked
package dev.pagewright.gateway.poison;

import org.jspecify.annotations.NullMarked;
