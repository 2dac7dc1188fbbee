@NullMarked
package dev.pagewright.gateway.inner;

import org.jspecify.annotations.NullMarked;
