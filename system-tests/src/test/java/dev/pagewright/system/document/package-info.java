@NullMarked
package dev.pagewright.system.document;

import org.jspecify.annotations.NullMarked;
