@NullMarked
package dev.pagewright.gateway.forward;

import org.jspecify.annotations.NullMarked;
