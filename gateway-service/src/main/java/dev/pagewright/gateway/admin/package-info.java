/** The operator's side: accounts, plans, credits, suspension, ledger, audit. */
@NullMarked
package dev.pagewright.gateway.admin;

import org.jspecify.annotations.NullMarked;
