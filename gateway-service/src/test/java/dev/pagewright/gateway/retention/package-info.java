@NullMarked
package dev.pagewright.gateway.retention;

import org.jspecify.annotations.NullMarked;
