package dev.pagewright.chat.answer;

import dev.pagewright.chat.fact.Fact;

/**
 * A fact that may answer.
 *
 * @param score for the order; best first
 * @param coverage 0 to 1: how much of what is asked it holds
 * @param headed whether the question names its column
 * @param fits whether its value is of the kind that is asked for; true where any may answer
 * @param absent whether something is asked for by a name, such as a colour, that stands nowhere and that it does not say
 * @param lone whether it holds the document's one value of the kind that is asked for, and says every word of the question whose meaning is told
 * @param said 0 to 1: how far the least held word of the question stands with it, or above it
 * @param literal whether it holds every word of the question itself, not other words for it
 */
record FoundFact(
        Fact fact,
        double score,
        double coverage,
        boolean headed,
        boolean fits,
        boolean absent,
        boolean lone,
        double said,
        boolean literal) {}
