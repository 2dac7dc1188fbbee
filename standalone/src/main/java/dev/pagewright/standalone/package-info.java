/** The launcher and the command line: a whole system on one machine, from one command. */
@NullMarked
package dev.pagewright.standalone;

import org.jspecify.annotations.NullMarked;
