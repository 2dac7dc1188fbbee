package dev.pagewright.benchmarks.chat;

import dev.pagewright.chat.answer.Answer;
import dev.pagewright.chat.citation.Citation;
import dev.pagewright.chat.language.LanguageWords;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an answer is right: what is accepted stands near its beginning, no rival before it, and a right page is among
 * the first three cited. White space, case, accents, kinds of digits and their grouping are folded.
 */
final class Judge {

    /** @param direct what is accepted stands near the beginning of an answer that is no refusal */
    record Verdict(boolean refused, boolean holds, boolean direct, boolean page, boolean good) {}

    private static final int NEAR = 240;
    private static final int NEAR_LIST = 600;
    private static final int RIVAL = 60;
    private static final Pattern PAGE_MARK = Pattern.compile(
            "[(\\[]\\s*(?:[^\\W\\d_]{1,8}(?:\\.\\s*|\\s+)\\d+|第\\s*\\d+\\s*[页頁ページ]+)\\s*[)\\]]",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Judge() {}

    static Verdict of(QuestionSet.Asked question, Answer answer) {
        boolean refused = answer.citations().isEmpty();
        boolean page = question.pages().isEmpty()
                || answer.citations().stream()
                        .map(Citation::page)
                        .distinct()
                        .limit(3)
                        .anyMatch(question.pages()::contains);
        if (question.refuse()) {
            return new Verdict(refused, refused, refused, true, refused);
        }
        String content = said(answer.content());
        int held = 0;
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (List<String> group : question.accept()) {
            int end = group.stream()
                    .mapToInt(accepted -> place(fold(accepted), content))
                    .filter(place -> place >= 0)
                    .min()
                    .orElse(-1);
            if (end >= 0) {
                held++;
                first = Math.min(first, end);
                last = Math.max(last, end);
            }
        }
        int needed =
                question.atLeast() > 0 ? question.atLeast() : question.accept().size();
        boolean holds = !question.accept().isEmpty() && held >= needed;
        if (question.verdict() != null) {
            boolean yes = begins(content, "yes");
            boolean no = begins(content, "no");
            boolean right = question.verdict().equals("yes") ? yes : no;
            holds = right || (!yes && !no && holds);
        }
        int before = first - RIVAL;
        boolean rival = question.rivals().stream().anyMatch(one -> {
            int place = place(fold(one), content);
            return place >= 0 && place < before;
        });
        boolean direct = holds && !refused && !rival && last <= (question.atLeast() > 0 ? NEAR_LIST : NEAR);
        return new Verdict(refused, holds && !refused, direct, page, direct && page);
    }

    /** What is said, without the pages that it names, in the one form in which texts are compared. */
    static String said(String content) {
        return fold(PAGE_MARK.matcher(content).replaceAll(" "));
    }

    /** Whether an answer begins with what the key says in any language. */
    static boolean begins(String content, String key) {
        return LanguageWords.LANGUAGES.stream()
                .map(code -> fold(LanguageWords.of(code).phrase(key)))
                .anyMatch(word -> content.startsWith(word + ".")
                        || content.startsWith(word + ":")
                        || content.startsWith(word + ",")
                        || content.startsWith(word + " –"));
    }

    /** End of what is accepted in the content, as whole words and numbers; -1 where it is not there. */
    private static int place(String accepted, String content) {
        if (accepted.isEmpty()) {
            return -1;
        }
        String left = Character.isDigit(accepted.charAt(0)) ? "(?<!\\d)(?<!\\d[.,])" : "(?<![a-z\\u0400-\\u04ff])";
        char end = accepted.charAt(accepted.length() - 1);
        String right = Character.isDigit(end)
                ? "(?!\\d)(?![.,]\\d)"
                : Character.isLetter(end) && end < 0x500 ? "(?![a-z\\u0400-\\u04ff])" : "";
        Matcher found = Pattern.compile(left + Pattern.quote(accepted).replace(" ", "\\E\\s?\\Q") + right)
                .matcher(content);
        return found.find() ? found.end() : -1;
    }

    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                folded.append(Character.digit(c, 10));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT) {
                folded.appendCodePoint(c == '−' || (c >= 0x2010 && c <= 0x2015) ? '-' : c == '’' ? '\'' : c);
            }
        });
        String one = folded.toString()
                .replaceAll("[*_|#]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        for (int i = 0; i < 3; i++) {
            one = one.replaceAll("(?<=\\d)[.,' ](?=\\d{3}(?!\\d))", "");
        }
        return one.replaceAll("(?<=\\d),(?=\\d)", ".")
                .replaceAll("(?<=\\d)\\.0{1,2}(?![\\d.])", "")
                .replaceAll("(?<=[\\u3040-\\u9fff]) (?=[\\u3040-\\u9fff0-9])|(?<=[0-9]) (?=[\\u3040-\\u9fff])", "");
    }
}
