@NullMarked
package dev.pagewright.gateway.queue;

import org.jspecify.annotations.NullMarked;
