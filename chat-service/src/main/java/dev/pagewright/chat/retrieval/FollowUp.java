package dev.pagewright.chat.retrieval;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Understands a question that leaves out what was said before. */
public final class FollowUp {

    /** Words of its own that a question may have and still lean on the last one. */
    private static final int FEW = 3;

    /** What carried words count beside those of the question: "and services?" keeps what is asked of them. */
    private static final double MARKED_SHARE = 0.6;

    /** "How many employees does it have?" needs little more than what "it" is. */
    private static final double POINTED_SHARE = 0.35;

    private FollowUp() {}

    /** @param before the user's messages before this one, oldest first */
    public static Question resolve(String message, List<String> before, TextAnalysis analysis) {
        Question asked = Question.of(message, analysis);
        if (before.isEmpty() || !asked.quotation().isEmpty() || !asked.pages().isEmpty() || asked.aims(Aim.DOCUMENT)) {
            return asked;
        }
        LanguageWords words = LanguageWords.of(asked.language());
        Plain plain = Plain.of(asked.text());
        boolean marked = words.list("follow").stream().anyMatch(plain::begins) || ends(asked.text());
        boolean points = words.list("back").stream()
                .anyMatch(back -> !words.list("follow").contains(back) && plain.holds(back));
        if (asked.content() > 0 && !(asked.content() <= FEW && (marked || points))) {
            return asked;
        }
        Question last = resolve(before.getLast(), before.subList(0, before.size() - 1), analysis);
        double share = asked.content() == 0 ? 1 : marked ? MARKED_SHARE : POINTED_SHARE;
        List<Question.Word> all = new ArrayList<>(asked.words());
        Set<String> said = new HashSet<>();
        asked.words().forEach(word -> said.add(word.raw()));
        last.words().stream()
                .filter(word -> !word.light() && !said.contains(word.raw()))
                .forEach(word -> all.add(word.carried(share)));
        boolean open = asked.wants().isEmpty() && (asked.aims().isEmpty() || marked);
        Set<Aim> aims = EnumSet.noneOf(Aim.class);
        aims.addAll(asked.aims());
        if (open) {
            aims.addAll(last.aims());
        }
        return asked.with(all, open ? last.wants() : asked.wants(), aims);
    }

    /** "冰糖呢？" asks of sugar what was asked before. */
    private static boolean ends(String text) {
        return text.matches(".*[呢][?？]?\\s*");
    }
}
