@NullMarked
package dev.pagewright.contract;

import org.jspecify.annotations.NullMarked;
