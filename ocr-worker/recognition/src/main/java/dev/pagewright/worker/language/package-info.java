/** Which languages and scripts there is data for. */
@NullMarked
package dev.pagewright.worker.language;

import org.jspecify.annotations.NullMarked;
