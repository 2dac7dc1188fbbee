@NullMarked
package dev.pagewright.gateway.outcome;

import org.jspecify.annotations.NullMarked;
