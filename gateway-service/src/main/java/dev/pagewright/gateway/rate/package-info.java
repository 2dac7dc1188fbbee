/** Request rates, shared by all replicas. */
@NullMarked
package dev.pagewright.gateway.rate;

import org.jspecify.annotations.NullMarked;
