/** Asking a model behind an OpenAI-compatible endpoint: time, size, retries and a circuit are bounded; what it answers is judged elsewhere. */
@NullMarked
package dev.pagewright.worker.model;

import org.jspecify.annotations.NullMarked;
