/** What is found and cited: pieces of pages that follow their structure. Knows no framework. */
@NullMarked
package dev.pagewright.chat.passage;

import org.jspecify.annotations.NullMarked;
