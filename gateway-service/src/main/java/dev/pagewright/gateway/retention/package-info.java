/** What is over: jobs, keys, counts, and blobs that belong to nothing. */
@NullMarked
package dev.pagewright.gateway.retention;

import org.jspecify.annotations.NullMarked;
