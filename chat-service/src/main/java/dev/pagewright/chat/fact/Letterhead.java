package dev.pagewright.chat.fact;

import dev.pagewright.chat.language.LanguageWords;
import dev.pagewright.chat.language.Plain;
import dev.pagewright.chat.passage.Passage;
import dev.pagewright.field.Lexicon;
import dev.pagewright.field.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of letters and letterheads that carry no label: who sends, to whom, when, who signs. */
final class Letterhead {

    private static final int WORDS = 8;
    /** Passages from the top, in which sender, addressee and date are looked for. */
    private static final int TOP = 40;

    private static final int AFTER_CLOSING = 4;

    private Letterhead() {}

    static List<Fact> of(List<Passage> document, String language) {
        LanguageWords words = LanguageWords.of(language);
        List<Fact> facts = new ArrayList<>();
        List<Passage> top = document.stream()
                .filter(passage -> passage.page() == document.getFirst().page())
                .limit(TOP)
                .toList();
        sender(top)
                .ifPresent(passage -> facts.add(
                        fact(passage, unlabelled(document, language, Set.of("sender", "shop", "applicant")))));
        top.stream()
                .filter(passage -> passage.text().split(" ", -1).length <= WORDS
                        && ValueType.DATE.in(passage.text())
                        && LabelledValues.in(passage.text()).isEmpty()
                        && (passage.row() == null || passage.row().fields().size() <= 1))
                .findFirst()
                .ifPresent(passage -> facts.add(fact(passage, Set.of("date", "invoice_date", "purchase_date"))));
        recipient(top, words).ifPresent(passage -> facts.add(fact(passage, Set.of("recipient"))));
        facts.addAll(signatories(document, words));
        return facts;
    }

    /** Those concepts that no label of the document names. */
    private static Set<String> unlabelled(List<Passage> document, String language, Set<String> concepts) {
        Set<String> left = new HashSet<>(concepts);
        left.removeIf(concept -> Lexicon.labels(language).getOrDefault(concept, List.of()).stream()
                .anyMatch(term -> document.stream().anyMatch(passage -> labels(passage, term))));
        return left;
    }

    private static boolean labels(Passage passage, String term) {
        return LabelledValues.in(passage.text()).stream()
                        .anyMatch(pair -> Plain.of(pair.label()).holds(term))
                || (passage.row() != null && Plain.of(passage.row().label()).holds(term));
    }

    /** The first short line with letters and no figures that is more than one word. */
    private static Optional<Passage> sender(List<Passage> top) {
        return top.stream()
                .filter(passage -> shortText(passage)
                        && passage.text().codePoints().noneMatch(Character::isDigit)
                        && (passage.text().contains(" ") || Plain.unparted(passage.text())))
                .findFirst();
    }

    /** Of a letter, the line of the address that holds the name that the greeting says, or the second name over an address. */
    private static Optional<Passage> recipient(List<Passage> top, LanguageWords words) {
        for (Passage passage : top) {
            Plain plain = Plain.of(passage.text());
            if (shortText(passage) && words.list("greeting").stream().anyMatch(plain::begins)) {
                String name = plain.words().getLast();
                List<Passage> above = top.stream()
                        .filter(line -> line.ordinal() < passage.ordinal()
                                && line.text().length() <= 80)
                        .toList();
                return above.stream()
                        .filter(line -> Plain.of(line.text()).words().contains(name))
                        .findFirst()
                        .or(() -> secondAddressed(above))
                        .or(() -> Optional.of(passage));
            }
        }
        return Optional.empty();
    }

    /** Names without figures, each over a line with some, which is its address: the sender's is the first. */
    private static Optional<Passage> secondAddressed(List<Passage> lines) {
        List<Passage> named = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Passage line = lines.get(i);
            if (name(line) && address(lines.get(i + 1))) {
                named.add(line);
            }
        }
        return named.size() < 2 ? Optional.empty() : Optional.of(named.get(1));
    }

    private static boolean name(Passage line) {
        return shortText(line)
                && line.text().contains(" ")
                && line.text().codePoints().noneMatch(Character::isDigit)
                && LabelledValues.in(line.text()).isEmpty();
    }

    private static boolean address(Passage line) {
        return shortText(line)
                && line.text().codePoints().anyMatch(Character::isDigit)
                && line.text().codePoints().anyMatch(Character::isLetter)
                && !ValueType.DATE.in(line.text())
                && LabelledValues.in(line.text()).isEmpty();
    }

    private static List<Fact> signatories(List<Passage> document, LanguageWords words) {
        List<Fact> facts = new ArrayList<>();
        for (Passage passage : document) {
            if (passage.text().length() > 160
                    || words.list("closing").stream().noneMatch(Plain.of(passage.text())::holds)) {
                continue;
            }
            for (int i = passage.ordinal() + 1; i < Math.min(document.size(), passage.ordinal() + AFTER_CLOSING); i++) {
                Passage line = document.get(i);
                if (shortText(line)
                        && line.text().contains(" ")
                        && line.text().codePoints().noneMatch(Character::isDigit)) {
                    facts.add(fact(line, Set.of("signatory", "sender", "name")));
                    break;
                }
            }
        }
        return facts;
    }

    private static boolean shortText(Passage passage) {
        return passage.row() == null
                && passage.text().split(" ", -1).length <= WORDS
                && passage.text().length() <= 80;
    }

    private static Fact fact(Passage passage, Set<String> concepts) {
        return new Fact(
                Fact.Kind.LINE,
                passage,
                "",
                "",
                "",
                passage.text(),
                passage.context(),
                concepts,
                passage.text(),
                passage.lines().stream().map(line -> line.box()).distinct().toList());
    }
}
