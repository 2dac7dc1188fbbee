package dev.pagewright.chat.retrieval;

/**
 * What tells of a passage whether it answers a question; each 0 to 1 where nothing else is said.
 *
 * @param coverage how much of what is asked stands in it, its headings and its page
 * @param words its place by BM25 and by vectors, fused
 * @param meaning how far its cosine is below the best of the document, 0 and down; 0 where there are no vectors
 * @param page its page's place by BM25
 * @param phrase how many of the question's pairs of words stand in it
 * @param label how far the row's label is what is asked for; 0 where it is no row
 * @param section how far the heading above is what is asked for
 * @param figures whether figures stand in it beside those of years
 * @param row whether it is a table's row
 * @param table what kind of table it is a row of
 * @param role what it does in the document
 * @param period how well its time is the one that is asked for, -1 to 1
 * @param difference whether it tells a change where a state is asked for
 * @param cover whether the document's cover is asked for, and it stands there
 * @param cause whether a reason is asked for, and it gives one
 * @param amount whether a sentence tells an amount or a share, as one is asked for
 * @param length logarithm of its length in usual lengths, 0 and up: a long passage holds more words by chance
 */
record Signals(
        double coverage,
        double words,
        double meaning,
        double page,
        double phrase,
        double label,
        double section,
        boolean figures,
        boolean row,
        TableKind table,
        Role role,
        double period,
        boolean difference,
        boolean cover,
        boolean cause,
        boolean amount,
        double length) {

    private static final double COVERAGE = 0.5;
    private static final double WORDS = 0.2;
    private static final double MEANING = 0.7;
    private static final double FARTHEST = -0.4;
    private static final double PAGE = 0.22;
    private static final double PHRASE = 0.35;
    private static final double LABEL = 0.2;
    private static final double LABEL_OF_TEXT = 0.03;
    private static final double SECTION = 0.1;
    private static final double SECTION_OF_TEXT = 0.2;
    private static final double FIGURE_IN_ROW = 0.22;
    private static final double PERIOD = 0.08;
    private static final double DIFFERENCE = -0.15;
    private static final double COVER = 0.5;
    private static final double CAUSE = 0.12;
    private static final double ROW_FOR_REASON = -0.15;
    private static final double STATEMENT = 0.1;
    private static final double EQUITY = -0.06;
    private static final double SHARES = 0.08;
    private static final double AMOUNT = 0.1;
    private static final double HEADS = -0.25;
    private static final double LISTS = -0.1;
    private static final double POINTS = -0.12;
    private static final double FORM = -0.12;
    private static final double LENGTH = -0.22;

    double score(Question.Wants wants) {
        boolean figure = figures && wants.figure();
        return COVERAGE * coverage
                + WORDS * words
                + MEANING * Math.max(FARTHEST, meaning)
                + PAGE * page
                + PHRASE * phrase
                + (figure ? LABEL : LABEL_OF_TEXT) * label
                + (wants.figure() ? SECTION : SECTION_OF_TEXT) * section
                + (figure && row ? FIGURE_IN_ROW : 0)
                + (figure && row ? kind(wants) : 0)
                + (row && wants == Question.Wants.REASON ? ROW_FOR_REASON : 0)
                + PERIOD * period
                + (difference ? DIFFERENCE : 0)
                + (cover ? COVER : 0)
                + (cause ? CAUSE : 0)
                + (figure && amount ? AMOUNT : 0)
                + LENGTH * length
                + switch (role) {
                    case SAYS -> 0;
                    case HEADS -> HEADS;
                    case LISTS -> LISTS;
                    case POINTS -> POINTS;
                    case FORM -> FORM;
                };
    }

    private double kind(Question.Wants wants) {
        return switch (table) {
            case STATEMENT -> STATEMENT;
            case EQUITY -> EQUITY;
            case SHARES -> wants == Question.Wants.SHARE ? SHARES : -SHARES;
            case OTHER -> 0;
        };
    }
}
