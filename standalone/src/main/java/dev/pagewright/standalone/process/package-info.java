/** Children of the launcher: started, watched, started again, stopped; knows nothing of what they do. */
@NullMarked
package dev.pagewright.standalone.process;

import org.jspecify.annotations.NullMarked;
