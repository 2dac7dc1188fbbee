/** How well pictures of a folder with known texts are read, by the worker's reader in this process. */
@NullMarked
package dev.pagewright.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
