package dev.pagewright.chat.answer;

import dev.pagewright.chat.citation.Citation;

/**
 * A part of an answer.
 *
 * @param says what is told to the user
 * @param citation where it stands
 */
record Evidence(String says, Citation citation) {}
