/** Who did what to which account. */
@NullMarked
package dev.pagewright.gateway.audit;

import org.jspecify.annotations.NullMarked;
