package dev.pagewright.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a submission says of its language: which languages a document is in.
 *
 * @param languages in the order in which they were given, at most {@link #MOST}; empty: to be found out
 */
public record LanguageField(List<Language> languages) {

    public static final String AUTO = "auto";
    public static final int MOST = 8;

    public LanguageField {
        languages = List.copyOf(languages);
    }

    public boolean auto() {
        return languages.isEmpty();
    }

    /** @return empty where the text is neither {@code auto} nor one or more known languages joined by {@code +} */
    public static Optional<LanguageField> parse(String text) {
        if (text.strip().equalsIgnoreCase(AUTO)) {
            return Optional.of(new LanguageField(List.of()));
        }
        Set<Language> languages = new LinkedHashSet<>();
        for (String part : text.split("\\+", -1)) {
            Optional<Language> language = Languages.find(part);
            if (language.isEmpty()) {
                return Optional.empty();
            }
            languages.add(language.get());
        }
        return languages.size() > MOST ? Optional.empty() : Optional.of(new LanguageField(List.copyOf(languages)));
    }
}
