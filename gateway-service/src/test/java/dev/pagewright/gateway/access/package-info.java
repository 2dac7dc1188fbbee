@NullMarked
package dev.pagewright.gateway.access;

import org.jspecify.annotations.NullMarked;
