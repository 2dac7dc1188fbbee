/** One system on one data folder: its places, secrets, ports, programs, and what is told about it while it runs. */
@NullMarked
package dev.pagewright.standalone.system;

import org.jspecify.annotations.NullMarked;
