@NullMarked
package dev.pagewright.system.client;

import org.jspecify.annotations.NullMarked;
