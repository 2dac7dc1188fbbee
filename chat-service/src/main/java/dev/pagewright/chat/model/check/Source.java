package dev.pagewright.chat.model.check;

/**
 * A passage that a statement rests on.
 *
 * @param body as the model was shown it
 * @param page text of its whole page
 * @param number of its page, 1-based
 */
public record Source(String body, String page, int number) {}
