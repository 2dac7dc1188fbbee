/** Answers out of passages, with or without a model. Knows no framework. */
@NullMarked
package dev.pagewright.chat.answer;

import org.jspecify.annotations.NullMarked;
