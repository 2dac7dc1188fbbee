@NullMarked
package dev.pagewright.gateway.wiring;

import org.jspecify.annotations.NullMarked;
