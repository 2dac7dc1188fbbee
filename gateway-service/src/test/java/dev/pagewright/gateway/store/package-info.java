@NullMarked
package dev.pagewright.gateway.store;

import org.jspecify.annotations.NullMarked;
