package dev.pagewright.chat.retrieval;

/** What a question wants done, beside finding what it names. */
public enum Aim {
    /** The name of a person or firm. */
    WHO,
    WHERE,
    REASON,
    /** Everything of a kind. */
    LIST,
    /** The sum of several rows. */
    SUM,
    /** How many rows there are. */
    COUNT,
    /** The row with the largest figure. */
    MOST,
    /** The row with the smallest figure. */
    LEAST,
    /** Yes or no. */
    YES_NO,
    /** What stands on a page. */
    PAGE,
    /** What the document is. */
    DOCUMENT
}
