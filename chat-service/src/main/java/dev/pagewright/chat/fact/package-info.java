/** What a document states: values with what they are called, sentences, sections. Knows no framework. */
@NullMarked
package dev.pagewright.chat.fact;

import org.jspecify.annotations.NullMarked;
