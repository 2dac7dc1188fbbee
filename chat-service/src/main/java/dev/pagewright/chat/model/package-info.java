/** The language model behind an OpenAI-compatible endpoint, and why none of its words is believed. */
@NullMarked
package dev.pagewright.chat.model;

import org.jspecify.annotations.NullMarked;
