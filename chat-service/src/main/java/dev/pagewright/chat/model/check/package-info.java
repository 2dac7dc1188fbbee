/**
 * Holds what a model says against the passages that it names: figures, quotations, words. Knows no framework and no model;
 * its words stand in {@code /check}, a file a language.
 */
@NullMarked
package dev.pagewright.chat.model.check;

import org.jspecify.annotations.NullMarked;
