@NullMarked
package dev.pagewright.gateway.relay;

import org.jspecify.annotations.NullMarked;
