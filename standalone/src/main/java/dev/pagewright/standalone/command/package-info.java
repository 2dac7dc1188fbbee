/** The command line: a class for each command; what each does is in the other packages. */
@NullMarked
package dev.pagewright.standalone.command;

import org.jspecify.annotations.NullMarked;
