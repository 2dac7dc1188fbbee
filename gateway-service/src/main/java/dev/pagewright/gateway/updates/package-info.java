@NullMarked
package dev.pagewright.gateway.updates;

import org.jspecify.annotations.NullMarked;
