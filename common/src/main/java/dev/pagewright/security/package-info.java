@NullMarked
package dev.pagewright.security;

import org.jspecify.annotations.NullMarked;
