@NullMarked
package dev.pagewright.gateway.inspection;

import org.jspecify.annotations.NullMarked;
