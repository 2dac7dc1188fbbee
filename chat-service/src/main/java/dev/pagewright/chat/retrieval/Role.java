package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.passage.Passage;
import java.util.regex.Pattern;

/** What a passage does in its document, whatever it is about. */
enum Role {
    /** Says something. */
    SAYS,
    /** So short that it can only head something. */
    HEADS,
    /** A row without figures. */
    LISTS,
    /** Tells that something follows or stands elsewhere. */
    POINTS,
    /** A form's line, a signature or a certificate: the words of much, said of nothing. */
    FORM;

    private static final int SHORT = 6;
    private static final int LONGEST_POINTER = 500;

    private static final Pattern FOLLOWS = Pattern.compile(
            "[:：]\\s*$|\\bas follows\\b[^.]*[.:]?$|\\bthe following (?:table|tables|chart)\\b[^.]*[.:]?$|\\bfolgende (?:tabelle|übersicht)\\b[^.]*[.:]?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:for [^.]{0,80}, )?(?:please )?(?:see|refer to|siehe|voir)\\b|\\b(?:see|refer to|is described in|is included in|incorporated by reference)\\b[^.]{0,60}\\b(?:note|item|part|section|exhibit|annual report|anhang)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOXES =
            Pattern.compile("[☐☒☑]|\\bcheck ?mark\\b|\\bpursuant to the requirements of\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CERTIFICATE =
            Pattern.compile("\\b(?:signatures?|certifications?|exhibits?\\b|unterschrift)", Pattern.CASE_INSENSITIVE);

    static Role of(Passage passage, int tokens, boolean figures) {
        String text = passage.text();
        if (BOXES.matcher(text).find() || CERTIFICATE.matcher(passage.context()).find()) {
            return FORM;
        }
        if (passage.row() != null) {
            return figures ? SAYS : LISTS;
        }
        if (tokens <= SHORT || passage.kind() == Passage.Kind.HEADING) {
            return HEADS;
        }
        boolean points = text.length() <= LONGEST_POINTER
                && (FOLLOWS.matcher(text).find() || ELSEWHERE.matcher(text).find());
        return points ? POINTS : SAYS;
    }
}
