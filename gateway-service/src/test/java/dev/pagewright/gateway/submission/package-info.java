@NullMarked
package dev.pagewright.gateway.submission;

import org.jspecify.annotations.NullMarked;
