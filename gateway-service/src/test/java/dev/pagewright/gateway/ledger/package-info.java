@NullMarked
package dev.pagewright.gateway.ledger;

import org.jspecify.annotations.NullMarked;
