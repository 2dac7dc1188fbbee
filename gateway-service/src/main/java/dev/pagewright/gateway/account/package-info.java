@NullMarked
package dev.pagewright.gateway.account;

import org.jspecify.annotations.NullMarked;
