@NullMarked
package dev.pagewright.worker.model;

import org.jspecify.annotations.NullMarked;
