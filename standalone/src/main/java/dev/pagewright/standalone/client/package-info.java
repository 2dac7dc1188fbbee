/** A client of the public HTTP interface, as any other program could be one. */
@NullMarked
package dev.pagewright.standalone.client;

import org.jspecify.annotations.NullMarked;
