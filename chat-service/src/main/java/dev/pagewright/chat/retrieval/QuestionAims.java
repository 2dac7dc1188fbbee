package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells what kind of answer a question wants, and the pages that it names. */
final class QuestionAims {

    private static final Pattern ASKS = Pattern.compile("[?？؟]\\s*$");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,4}");

    private final String text;
    private final LanguageWords language;
    private final Plain plain;
    private final List<Question.Word> words;

    /** @param words of the question */
    QuestionAims(String text, Plain plain, LanguageWords language, List<Question.Word> words) {
        this.text = text;
        this.plain = plain;
        this.language = language;
        this.words = words;
    }

    Set<Aim> aims(Set<Integer> pages) {
        Set<Aim> aims = EnumSet.noneOf(Aim.class);
        if (!pages.isEmpty() && (language.says(plain, "summary") || onlyLight())) {
            aims.add(Aim.PAGE);
        } else if (pages.isEmpty() && language.says(plain, "document")) {
            aims.add(Aim.DOCUMENT);
        }
        add(aims, Aim.WHO, "who");
        add(aims, Aim.WHERE, "where");
        add(aims, Aim.REASON, "reason");
        add(aims, Aim.LIST, "list");
        add(aims, Aim.SUM, "sum");
        add(aims, Aim.COUNT, "count");
        if (!language.says(plain, "noExtreme")) {
            add(aims, Aim.MOST, "most");
            add(aims, Aim.LEAST, "least");
        }
        boolean asks = ASKS.matcher(text).find() || Plain.unparted(text);
        if (asks && Whether.asked(text, plain, language)) {
            aims.add(Aim.YES_NO);
        }
        return aims;
    }

    private void add(Set<Aim> aims, Aim aim, String key) {
        if (language.says(plain, key)) {
            aims.add(aim);
        }
    }

    /** The question words decide; where there is none, what the terms themselves are stated by. */
    Set<ValueType> wants(Set<Aim> aims) {
        Set<ValueType> wants = EnumSet.noneOf(ValueType.class);
        Set<ValueType> terms = EnumSet.noneOf(ValueType.class);
        words.stream().flatMap(word -> word.concepts().stream()).forEach(concept -> Lexicon.type(concept)
                .ifPresent(terms::add));
        if (language.says(plain, "time")) {
            wants.add(ValueType.TIME);
        } else if (language.says(plain, "when")) {
            wants.add(ValueType.DATE);
            if (terms.contains(ValueType.TIME)) {
                wants.add(ValueType.TIME);
            }
        } else if (language.says(plain, "percent")) {
            wants.add(ValueType.PERCENT);
        } else if (language.says(plain, "amount")) {
            wants.add(ValueType.AMOUNT);
        } else if (language.says(plain, "duration")) {
            wants.add(ValueType.NUMBER);
        } else if (language.says(plain, "figure")) {
            wants.add(terms.contains(ValueType.AMOUNT) ? ValueType.AMOUNT : ValueType.NUMBER);
        } else if (aims.stream().noneMatch(Set.of(Aim.WHO, Aim.WHERE, Aim.REASON, Aim.YES_NO)::contains)
                && language.list("manner").stream().noneMatch(plain::begins)) {
            wants.addAll(terms);
            if (wants.remove(ValueType.QUANTITY)) {
                wants.add(ValueType.NUMBER);
            }
        }
        return wants;
    }

    Set<Integer> pages() {
        Set<Integer> pages = new HashSet<>();
        for (String page : language.list("page")) {
            String near = Plain.unparted(page)
                    ? "第?\\s*(\\p{Nd}{1,4})\\s*" + Pattern.quote(page)
                    : " " + Pattern.quote(page) + " (?:n |no |nr )?(\\p{Nd}{1,4}) | (\\p{Nd}{1,4}) "
                            + Pattern.quote(page) + " ";
            for (MatchResult found :
                    Pattern.compile(near).matcher(plain.text()).results().toList()) {
                String number = found.group(1) != null ? found.group(1) : found.group(2);
                pages.add(Integer.parseInt(number));
            }
        }
        return pages;
    }

    private boolean onlyLight() {
        return words.stream()
                .allMatch(word -> word.light()
                        || NUMBER.matcher(word.raw()).matches()
                        || language.list("page").contains(word.raw()));
    }
}
