/** Languages of questions and documents: what tells them, and the words that questions are read by. Knows no framework. */
@NullMarked
package dev.pagewright.chat.language;

import org.jspecify.annotations.NullMarked;
