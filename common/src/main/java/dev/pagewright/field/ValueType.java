package dev.pagewright.field;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Kinds of values that can be told by their form alone, in the notations of many languages. */
public enum ValueType {
    /** Money: a figure with a sign, code or word of a currency, or with exactly two decimals. */
    AMOUNT(
            "(?:\\p{Sc}|\\b[A-Z]{3}\\b|(?<!\\p{L})%C%)\\s?[-−(]?\\p{Nd}|\\p{Nd}\\)?\\s?(?:\\p{Sc}|%C%(?![\\p{IsLatin}\\p{IsCyrillic}])|(?i:%W%)(?![\\p{L}\\p{Nd}]))"
                    + "|(?<![\\p{Nd}.,:/-])\\p{Nd}{1,3}(?:[.,’'\\u00a0\\u202f ]?\\p{Nd}{3})*[.,]\\p{Nd}{2}(?![\\p{Nd}.,:/-]\\p{Nd}|\\p{Nd}|\\s?(?:%|kg|g|m|l|h)\\b)"
                    + "|(?<![\\p{Nd}.,:/-])\\p{Nd}{1,3}(?:[.,’'\\u00a0\\u202f]\\p{Nd}{3})+(?![\\p{Nd}.,:/-]\\p{Nd}|\\p{Nd}|\\s?(?:%|kg|g|m|l|h|kWh)\\b)"),
    /** A share: a figure with a sign or word of percentage. */
    PERCENT(
            "\\p{Nd}\\s?(?:%|％|٪|(?i:percent|per cent|prozent|pour cent|por ciento|per cento|por cento|procent|процент))"),
    /** A day: in figures, or with the name of its month. */
    DATE(
            "(?<![\\p{Nd}.,/-])(?:\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}[./-](?:\\p{Nd}{4}|\\p{Nd}{2})|\\p{Nd}{4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,2})(?![\\p{Nd}/-])"
                    + "|\\p{Nd}{4}\\s?年(?:\\s?\\p{Nd}{1,2}\\s?月)?|\\p{Nd}{1,2}\\s?月\\s?\\p{Nd}{1,2}\\s?日"
                    + "|\\p{Nd}{1,2}(?:er|st|nd|rd|th|º|°|\\.)?\\s+(?:de\\s+|d['’]|of\\s+)?(?i:%M%)|(?i:%M%)\\.?\\s+(?:\\p{Nd}{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:19|20)\\p{Nd}{2}|(?i:%M%)\\.?\\s+\\p{Nd}{1,2}(?!\\p{Nd})"),
    /** A time of day, or hours of opening. */
    TIME(
            "(?<![\\p{Nd}:.,])(?:[01]?\\p{Nd}|2[0-4])[:：]\\p{Nd}{2}(?!\\p{Nd})|(?<![\\p{Nd}.,])(?:[01]?\\p{Nd}|2[0-4])(?:[.h]\\p{Nd}{2})?\\s?(?:Uhr|[ap]\\.?m\\.?(?!\\p{L})|heures?|o['’]clock)|\\p{Nd}{1,2}\\s?[点點時时](?!间|間)|\\p{Nd}{1,2}\\s?h(?:\\s?\\p{Nd}{2})?(?![\\p{L}\\p{Nd}])"),
    EMAIL("[\\p{L}\\p{Nd}._%+-]+@[\\p{L}\\p{Nd}.-]+\\.\\p{L}{2,}"),
    PHONE(
            "(?<![\\p{L}\\p{Nd}.,/-])(?<!\\p{Nd} )(?:\\+|00|0|\\()\\p{Nd}[\\p{Nd}\\s()/.-]{5,18}\\p{Nd}(?!\\p{Nd}|[.,]\\p{Nd}|-?\\p{L})|(?<!\\p{Nd})\\p{Nd}{3}-\\p{Nd}{4}(?!\\p{Nd})|\\(?\\p{Nd}{3}\\)?[ -]\\p{Nd}{3}-\\p{Nd}{4}"),
    IBAN("\\b[A-Z]{2}\\p{Nd}{2}(?:\\s?[A-Z0-9]{4}){2,7}(?:\\s?[A-Z0-9]{1,4})?\\b"),
    /** A reference: letters with figures, figures with dashes, or many figures. */
    IDENTIFIER(
            "(?<![\\p{L}\\p{Nd}])(?=[\\p{Lu}\\p{Nd}./-]*\\p{Nd})(?=[\\p{Lu}\\p{Nd}./-]*[\\p{Lu}-])[\\p{Lu}\\p{Nd}]+(?:[./-][\\p{Lu}\\p{Nd}]+)*(?![\\p{L}\\p{Nd}])|(?<![\\p{Nd}.,])\\p{Nd}{4,}(?![\\p{Nd}.,])|\\p{Nd}{2,}(?:[ /-]\\p{Nd}{2,})+"),
    /** A figure with a unit of measure or of time. */
    QUANTITY(
            "\\p{Nd}\\s?(?:[km]?g|kg|m[lL]?|l|L|cl|cm|mm|km|m²|m³|kWh|Wh|W|kW|V|A|Hz|bar|dB|°C?|lb|oz|GB|MB|mmol|mol|U/L|fL|克|公斤|升|毫升|米|个|個|片|颗|根|汤匙|分钟|小时|天|人份|日|分|時間|人|名|台|件)(?![\\p{L}])"
                    + "|\\p{Nd}\\s(?i:%U%)"),
    /** Any figure. */
    NUMBER("\\p{Nd}");

    private final Pattern pattern;

    ValueType(String regex) {
        pattern = Pattern.compile(expand(regex));
    }

    private static String expand(String regex) {
        return regex.replace("%M%", Words.MONTHS)
                .replace("%U%", Words.UNITS)
                .replace("%C%", Words.CURRENCIES)
                .replace("%W%", Words.MONEY);
    }

    /** Words in {@code words.txt}; a class of its own, since constants are made before static fields. */
    private static final class Words {

        private static final String MONTHS = Lexicon.alternatives(
                IntStream.rangeClosed(1, 12).mapToObj(month -> "month " + month).toArray(String[]::new));
        private static final String UNITS = Lexicon.alternatives("units");
        private static final String CURRENCIES = Lexicon.alternatives("currencies");
        private static final String MONEY = Lexicon.alternatives("money");
    }

    /** Whether a value of this kind stands in the text. */
    public boolean in(String text) {
        return pattern.matcher(text).find();
    }

    /** The pattern that finds values of this kind; a match is the value, or its beginning. */
    public Pattern pattern() {
        return pattern;
    }

    /** The kinds whose values stand in the text. */
    public static Set<ValueType> all(String text) {
        Set<ValueType> found = EnumSet.noneOf(ValueType.class);
        for (ValueType type : values()) {
            if (type.in(text)) {
                found.add(type);
            }
        }
        return found;
    }

    /** @param name in any case, as resource files write it */
    public static ValueType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
