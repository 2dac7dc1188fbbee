@NullMarked
package dev.pagewright.gateway.topics;

import org.jspecify.annotations.NullMarked;
