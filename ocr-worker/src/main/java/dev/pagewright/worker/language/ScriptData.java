package dev.pagewright.worker.language;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which data reads a script whose language is not known yet. */
public final class ScriptData {

    /** The detector's names of scripts: their own data where its name is another, then a language's. */
    private static final Map<String, List<String>> CANDIDATES = Map.ofEntries(
            Map.entry("Han", List.of("chi_sim", "HanS")),
            Map.entry("HanS", List.of("chi_sim", "HanS")),
            Map.entry("HanT", List.of("chi_tra", "HanT")),
            Map.entry("Japanese", List.of("jpn", "Japanese")),
            Map.entry("Katakana", List.of("jpn", "Japanese")),
            Map.entry("Hiragana", List.of("jpn", "Japanese")),
            Map.entry("Korean", List.of("kor", "Hangul")),
            Map.entry("Hangul", List.of("kor", "Hangul")),
            Map.entry("Cyrillic", List.of("rus", "Cyrillic")),
            Map.entry("Arabic", List.of("ara", "Arabic")),
            Map.entry("Hebrew", List.of("heb", "Hebrew")),
            Map.entry("Greek", List.of("ell", "Greek")),
            Map.entry("Devanagari", List.of("hin", "Devanagari")),
            Map.entry("Bengali", List.of("ben", "Bengali")),
            Map.entry("Thai", List.of("tha", "Thai")),
            Map.entry("Fraktur", List.of("frk", "Fraktur")));

    /** Tried in turn on a few letters, of which no detector can tell the script; the commonest first. */
    private static final List<String> OTHER_SCRIPTS = List.of(
            "Cyrillic", "Arabic", "Devanagari", "Greek", "Korean", "Hebrew", "Thai", "Fraktur", "Japanese", "Han");

    private final InstalledLanguages installed;

    public ScriptData(InstalledLanguages installed) {
        this.installed = installed;
    }

    /** @param script as Tesseract's detector names it */
    public Optional<String> of(String script) {
        return CANDIDATES.getOrDefault(script, List.of(script)).stream()
                .map(Languages::ofData)
                .flatMap(Optional::stream)
                .map(Language::data)
                .filter(installed::has)
                .findFirst();
    }

    public List<String> ofOtherScripts() {
        return OTHER_SCRIPTS.stream().map(this::of).flatMap(Optional::stream).toList();
    }
}
