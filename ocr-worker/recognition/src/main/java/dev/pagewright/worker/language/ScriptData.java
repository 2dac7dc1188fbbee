package dev.pagewright.worker.language;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.page.Scripts;
import dev.pagewright.worker.text.TextLanguage;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The scripts that the installed data reads, by their ISO 15924 codes. */
public final class ScriptData {

    /** The detector's names of scripts that no data has. */
    private static final Map<String, String> DETECTED =
            Map.of("Han", "Hans", "Korean", "Kore", "Katakana", "Jpan", "Hiragana", "Jpan", "Hangul", "Kore");

    /** Scripts that are several of Unicode's, or another one. */
    private static final Map<String, Set<UnicodeScript>> LETTERS = Map.of(
            "Hans", Set.of(UnicodeScript.HAN),
            "Hant", Set.of(UnicodeScript.HAN),
            "Jpan", Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN),
            "Kore", Set.of(UnicodeScript.HANGUL),
            "Latf", Set.of(UnicodeScript.LATIN));

    private final Map<String, List<String>> languages = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();

    public ScriptData(InstalledLanguages installed) {
        for (Language language : Languages.all()) {
            if (!installed.has(language.data())) {
                continue;
            }
            if (language.base().equals("und")) {
                own.putIfAbsent(language.script(), language.data());
            } else {
                languages
                        .computeIfAbsent(language.script(), key -> new ArrayList<>())
                        .add(language.data());
            }
        }
    }

    /** Those that have data, in the order of {@link Languages#all}. */
    public List<String> scripts() {
        Set<String> all = new LinkedHashSet<>(languages.keySet());
        all.addAll(own.keySet());
        return List.copyOf(all);
    }

    /** Data of the script's languages. */
    public List<String> languages(String script) {
        return List.copyOf(languages.getOrDefault(script, List.of()));
    }

    /** The data that reads any language of a script: its own, else that of its commonest language. */
    public Optional<String> any(String script) {
        return Optional.ofNullable(own.get(script))
                .or(() -> languages(script).stream().min(Comparator.comparingInt(name -> Languages.ofData(name)
                        .map(language -> TextLanguage.rank(language.code()))
                        .orElse(Integer.MAX_VALUE))));
    }

    /** @param detected as Tesseract's detector names it */
    public static Optional<String> script(String detected) {
        return Optional.ofNullable(DETECTED.get(detected))
                .or(() -> Languages.ofData(detected).map(Language::script));
    }

    /** Share of a text's letters that are letters of a script; 0 where there are none. */
    public static double share(String text, String script) {
        Set<UnicodeScript> letters = letters(script);
        long all = text.codePoints().filter(Character::isLetter).count();
        long own = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(letters::contains)
                .count();
        return all == 0 ? 0 : (double) own / all;
    }

    /** Whether a script has no blank between words, so that a dictionary says little of a reading. */
    public static boolean unspaced(String script) {
        return letters(script).stream().anyMatch(Scripts::unspaced);
    }

    private static Set<UnicodeScript> letters(String script) {
        Set<UnicodeScript> several = LETTERS.get(script);
        return several == null ? Set.of(UnicodeScript.forName(script)) : several;
    }
}
