/** What plans allow: configuration. */
@NullMarked
package dev.pagewright.gateway.plan;

import org.jspecify.annotations.NullMarked;
