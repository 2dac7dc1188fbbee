@NullMarked
package dev.pagewright.spool;

import org.jspecify.annotations.NullMarked;
