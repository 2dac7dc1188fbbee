package dev.pagewright.worker.vision.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out the places that grounding models write beside the text, as DeepSeek-OCR does: a kind of block and its box
 * before the block's text ({@code <|ref|>title<|/ref|><|det|>[[68, 40, 930, 90]]<|/det|>}, or {@code title[[68, 40, 930,
 * 90]]} where the server drops the marks), or a box after each line of text, which is then the reference itself. The
 * places are not taken: the words' own are better.
 */
final class Groundings {

    private static final Pattern REFERENCE =
            Pattern.compile("<\\|ref\\|>([^<]{0,2000})<\\|/ref\\|>(?:\\s*<\\|det\\|>[^<]{0,400}<\\|/det\\|>)?");
    private static final String KINDS =
            "(?:sub_?title|title|text|table|table_caption|table_footnote|image|image_caption|figure|figure_caption|equation|formula|list|header|footer|page_number|code|reference)";
    private static final Pattern KIND = Pattern.compile(KINDS, Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("(?im)^" + KINDS
            + "\\s*\\[\\[\\s*\\d{1,4}(?:\\s*,\\s*\\d{1,4}){3}\\s*](?:\\s*,\\s*\\[[^\\]\\n]{0,60}])*\\s*]\\s*");
    private static final Pattern MARKS = Pattern.compile("<\\|[a-z_/]{1,30}\\|>");

    private Groundings() {}

    static String without(String answer) {
        Matcher reference = REFERENCE.matcher(answer);
        var out = new StringBuilder();
        while (reference.find()) {
            boolean kind = KIND.matcher(reference.group(1).strip()).matches();
            reference.appendReplacement(out, kind ? "" : Matcher.quoteReplacement(reference.group(1) + "\n"));
        }
        String text = reference.appendTail(out).toString();
        text = BARE.matcher(text).replaceAll("");
        return MARKS.matcher(text).replaceAll("");
    }
}
