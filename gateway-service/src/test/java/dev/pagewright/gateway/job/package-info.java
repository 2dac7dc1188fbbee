@NullMarked
package dev.pagewright.gateway.job;

import org.jspecify.annotations.NullMarked;
