package dev.pagewright.document;

import java.util.regex.Pattern;

/** Formulae without the commands by which some renderers make links, load pictures or set attributes. */
final class Latex {

    /** Of KaTeX, MathJax and LaTeX's hyperref. */
    private static final Pattern ACTIVE = Pattern.compile(
            "\\\\(?:href|url|hyperref|hyperlink|htmlClass|htmlId|htmlStyle|htmlData|includegraphics|cssId|class|style|require"
                    + "|input|include|unicode|data|mmlToken|toggle|texttip|mathtip|action)(?![A-Za-z])");

    private Latex() {}

    /** What such a command takes stays, as text. */
    static String inert(String latex) {
        return ACTIVE.matcher(latex).replaceAll("\\\\text");
    }
}
