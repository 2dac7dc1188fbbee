/** A real Kafka broker and a real PostgreSQL, for the launcher and for tests. */
@NullMarked
package dev.pagewright.embedded;

import org.jspecify.annotations.NullMarked;
