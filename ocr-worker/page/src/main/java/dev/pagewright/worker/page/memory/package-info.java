/** What heap a page takes while it is read in this process, and when there is no more of it. */
@NullMarked
package dev.pagewright.worker.page.memory;

import org.jspecify.annotations.NullMarked;
