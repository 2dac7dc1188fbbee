/** How long a connection may take to say what it wants. */
@NullMarked
package dev.pagewright.gateway.connection;

import org.jspecify.annotations.NullMarked;
