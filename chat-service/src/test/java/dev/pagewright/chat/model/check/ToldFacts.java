package dev.pagewright.chat.model.check;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes passages that state a fact, true ways of telling it, and lies about it, each named by what is wrong. */
final class ToldFacts {

    /**
     * @param lie what is wrong; empty where the statement is true
     */
    record Told(String language, String passage, String statement, String lie) {}

    /** Words of a language: what is counted, what is lost, "is", a million, how a notice period is told, what nobody said. */
    private record Words(
            String language,
            List<String> things,
            String loss,
            String is,
            String million,
            String notice,
            String days,
            String invented) {}

    private static final List<Words> LANGUAGES = List.of(
            new Words(
                    "en",
                    List.of("revenue", "equity", "deposit", "rent"),
                    "net loss",
                    "was",
                    "million",
                    "notice period",
                    "days",
                    ", and the old pirate buried jewels beneath lighthouse stairs"),
            new Words(
                    "de",
                    List.of("Umsatz", "Eigenkapital", "Kaution", "Miete"),
                    "Verlust",
                    "war",
                    "Millionen",
                    "Kündigungsfrist",
                    "Tage",
                    ", und der alte Pirat vergrub Juwelen unter Leuchtturm und Treppe"),
            new Words(
                    "fr",
                    List.of("chiffre", "capital", "caution", "loyer"),
                    "perte",
                    "était de",
                    "millions",
                    "préavis",
                    "jours",
                    ", et le vieux pirate enterra des bijoux sous le phare"),
            new Words(
                    "es",
                    List.of("ingreso", "capital", "fianza", "alquiler"),
                    "pérdida",
                    "fue de",
                    "millones",
                    "preaviso",
                    "días",
                    ", y el viejo pirata enterró joyas bajo el faro"),
            new Words(
                    "it",
                    List.of("fatturato", "capitale", "cauzione", "affitto"),
                    "perdita",
                    "era di",
                    "milioni",
                    "preavviso",
                    "giorni",
                    ", e il vecchio pirata seppellì gioielli sotto il faro"),
            new Words(
                    "nl",
                    List.of("omzet", "vermogen", "borgsom", "huur"),
                    "verlies",
                    "was",
                    "miljoen",
                    "opzegtermijn",
                    "dagen",
                    ", en de oude piraat begroef juwelen onder de vuurtoren"),
            new Words(
                    "pt",
                    List.of("faturamento", "capital", "caução", "aluguel"),
                    "prejuízo",
                    "era de",
                    "milhões",
                    "aviso",
                    "dias",
                    ", e o velho pirata enterrou joias sob o farol"),
            new Words(
                    "pl",
                    List.of("obrót", "kapitał", "kaucja", "czynsz"),
                    "strata",
                    "wynosi",
                    "mln",
                    "wypowiedzenie",
                    "dni",
                    ", a stary pirat zakopał klejnoty pod latarnią"),
            new Words(
                    "ru",
                    List.of("выручка", "капитал", "залог", "аренда"),
                    "убыток",
                    "составляет",
                    "млн",
                    "уведомление",
                    "дней",
                    ", а старый пират зарыл драгоценности под маяком"));

    private final Random random;

    ToldFacts(long seed) {
        this.random = new Random(seed);
    }

    List<Told> of(int rounds) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            for (Words words : LANGUAGES) {
                amount(words, told);
                loss(words, told);
                scale(words, told);
                spelled(words, told);
                quotation(words, told);
                year(words, told);
            }
        }
        return told;
    }

    private void amount(Words words, List<Told> told) {
        int value = 10_000 + random.nextInt(8_999_999);
        int other = 10_000 + random.nextInt(8_999_999);
        String thing = words.things.get(random.nextInt(2));
        String second = words.things.get(2 + random.nextInt(2));
        String passage = "%s %s; %s %s".formatted(thing, grouped(value), second, grouped(other));
        told.add(told(words, passage, say(words, thing, grouped(value)), ""));
        told.add(told(words, passage, say(words, thing, Integer.toString(value)), ""));
        told.add(told(words, passage, say(words, thing, grouped(digitChanged(value))), "another digit"));
        told.add(told(words, passage, say(words, thing, grouped(value / 10)), "a digit less"));
        String put = grouped(value).replaceAll("\\P{Nd}\\p{Nd}+$", "") + " "
                + grouped(other).replaceAll("^.*\\P{Nd}", "");
        if (!Figures.values(put).equals(Figures.values(grouped(value)))) {
            told.add(told(words, passage, say(words, thing, put), "two figures in one"));
        }
        told.add(told(words, passage, say(words, thing, grouped(value) + "%"), "a percentage that is none"));
        told.add(told(words, passage, say(words, thing, grouped(value) + " " + words.million), "a scale that is none"));
        told.add(told(words, passage, say(words, thing, arabic(digitChanged(value))), "other digits"));
        told.add(told(
                words,
                passage,
                say(words, thing, grouped(value)).replaceAll("\\.$", "") + words.invented + ".",
                "words"));
    }

    private void loss(Words words, List<Told> told) {
        int value = 1_000 + random.nextInt(900_000);
        String thing = words.things.getFirst();
        String passage = "%s (%s)".formatted(thing, grouped(value));
        told.add(told(words, passage, say(words, thing, "(" + grouped(value) + ")"), ""));
        told.add(told(words, passage, say(words, thing, "-" + grouped(value)), ""));
        told.add(told(words, passage, say(words, words.loss, grouped(value)), ""));
        told.add(told(words, passage, say(words, thing, grouped(value)), "a loss as a gain"));
        told.add(
                told(words, thing + " " + grouped(value), say(words, thing, "-" + grouped(value)), "a gain as a loss"));
        told.add(told(
                words,
                thing + " " + grouped(value),
                say(words, thing, "(" + grouped(value) + ")"),
                "a gain as a loss"));
    }

    private void scale(Words words, List<Told> told) {
        String value = "%d.%d".formatted(1 + random.nextInt(900), 1 + random.nextInt(9));
        String thing = words.things.getFirst();
        String passage = "%s %s %s".formatted(thing, value, words.million);
        told.add(told(words, passage, say(words, thing, value + " " + words.million), ""));
        told.add(told(words, passage, say(words, thing, value + " mn"), ""));
        told.add(told(words, passage, say(words, thing, value), "no scale"));
        told.add(told(words, passage, say(words, thing, value + "bn"), "another scale"));
        told.add(told(words, passage, say(words, thing, "€" + value + "k"), "another scale"));
        told.add(told(words, "%s %s".formatted(thing, value), say(words, thing, "Mio. " + value), "a scale before it"));
    }

    private void spelled(Words words, List<Told> told) {
        int days = 11 + random.nextInt(80);
        int other = 11 + (days - 11 + 7) % 80;
        String passage = "%s: %d %s".formatted(words.notice, days, words.days);
        told.add(told(words, passage, say(words, words.notice, spell(words, days) + " " + words.days), ""));
        told.add(told(
                words,
                passage,
                say(words, words.notice, spell(words, other) + " " + words.days),
                "another number in words"));
    }

    private void quotation(Words words, List<Told> told) {
        String passage = words.invented.substring(2) + " " + words.notice;
        String quoted = words.invented.substring(2, words.invented.length() - 3);
        String[] marks = List.of("“”", "„“", "«»", "\"\"", "»«", "‹›")
                .get(random.nextInt(6))
                .split("", 2);
        told.add(told(words, passage, "%s %s%s%s.".formatted(words.notice, marks[0], quoted, marks[1]), ""));
        String[] changed = quoted.split(" ", -1);
        changed[random.nextInt(changed.length)] = words.things.getLast();
        told.add(told(
                words,
                passage,
                "%s %s%s%s.".formatted(words.notice, marks[0], String.join(" ", changed), marks[1]),
                "a quotation"));
    }

    private void year(Words words, List<Told> told) {
        int year = 1990 + random.nextInt(60);
        String thing = words.things.getFirst();
        told.add(told(words, "%s %d: 52".formatted(thing, year), say(words, thing, "€" + year), "a year as an amount"));
        told.add(told(
                words, "%s %d: 52".formatted(thing, year), say(words, thing, grouped(year)), "a year as an amount"));
    }

    private static Told told(Words words, String passage, String statement, String lie) {
        return new Told(words.language, passage, statement, lie);
    }

    private static String say(Words words, String thing, String value) {
        return "%s %s %s.".formatted(thing, words.is, value);
    }

    private String grouped(int value) {
        String sign = List.of(",", ".", " ", "'", "\u202f").get(random.nextInt(5));
        return String.format(Locale.ROOT, "%,d", value).replace(",", sign);
    }

    private int digitChanged(int value) {
        char[] digits = Integer.toString(value).toCharArray();
        int place = random.nextInt(digits.length);
        digits[place] = (char) ('1' + (digits[place] - '1' + 1 + random.nextInt(8)) % 9);
        int changed = Integer.parseInt(new String(digits));
        return changed == value ? value + 1 : changed;
    }

    private static String arabic(int value) {
        return Integer.toString(value)
                .chars()
                .mapToObj(digit -> Character.toString('٠' + digit - '0'))
                .reduce("", String::concat);
    }

    private static String spell(Words words, int number) {
        return new RuleBasedNumberFormat(ULocale.forLanguageTag(words.language), RuleBasedNumberFormat.SPELLOUT)
                .format(number)
                .replace("\u00ad", "");
    }
}
