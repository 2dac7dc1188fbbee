/** The API's description (OpenAPI 3.1), which the contract tests hold every answer against. */
@NullMarked
package dev.pagewright.gateway.openapi;

import org.jspecify.annotations.NullMarked;
