/** The public contract, clause by clause, against the running gateway. */
@NullMarked
package dev.pagewright.gateway.contract;

import org.jspecify.annotations.NullMarked;
