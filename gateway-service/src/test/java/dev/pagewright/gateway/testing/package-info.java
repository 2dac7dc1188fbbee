/** What the gateway's tests share: a database, a broker, a worker that reads without engines, a client. */
@NullMarked
package dev.pagewright.gateway.testing;

import org.jspecify.annotations.NullMarked;
