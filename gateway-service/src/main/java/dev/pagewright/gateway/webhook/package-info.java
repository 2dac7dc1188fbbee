/** Calls to the address that a job names, once it has ended. */
@NullMarked
package dev.pagewright.gateway.webhook;

import org.jspecify.annotations.NullMarked;
