/** What this installation can do at this moment, and its tools. */
@NullMarked
package dev.pagewright.gateway.capabilities;

import org.jspecify.annotations.NullMarked;
