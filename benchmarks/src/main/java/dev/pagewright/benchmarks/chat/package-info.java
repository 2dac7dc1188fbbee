/** Chat measured on documents and questions that lie outside this repository. */
@NullMarked
package dev.pagewright.benchmarks.chat;

import org.jspecify.annotations.NullMarked;
