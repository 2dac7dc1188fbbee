@NullMarked
package dev.pagewright.gateway.webhook;

import org.jspecify.annotations.NullMarked;
