/** Inputs at which the process ends over and over. */
@NullMarked
package dev.pagewright.gateway.poison;

import org.jspecify.annotations.NullMarked;
