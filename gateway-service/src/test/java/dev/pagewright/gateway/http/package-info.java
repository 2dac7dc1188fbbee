@NullMarked
package dev.pagewright.gateway.http;

import org.jspecify.annotations.NullMarked;
