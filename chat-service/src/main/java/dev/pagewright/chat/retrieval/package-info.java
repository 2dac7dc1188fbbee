/** Finds the passages that answer a question: words, vectors, structure. Knows no framework. */
@NullMarked
package dev.pagewright.chat.retrieval;

import org.jspecify.annotations.NullMarked;
