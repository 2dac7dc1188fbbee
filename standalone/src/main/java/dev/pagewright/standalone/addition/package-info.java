/** What a system can be given after its build: models and language data, fetched by the tools that a machine has. */
@NullMarked
package dev.pagewright.standalone.addition;

import org.jspecify.annotations.NullMarked;
