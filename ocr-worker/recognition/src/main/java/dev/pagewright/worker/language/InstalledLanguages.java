package dev.pagewright.worker.language;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The languages whose data is on this machine. Thread-safe. */
public final class InstalledLanguages {

    /** Comes with the build. */
    public static final String DEFAULT_DATA = "eng";

    /** Data that reads its language as Latin letters, or takes its Cyrillic ones for others: the script's does not. */
    private static final Set<String> POOR = Set.of("tat", "aze_cyrl");

    private final Tessdata data;

    public InstalledLanguages(Tessdata data) {
        this.data = data;
    }

    /** Looks for data that was added. */
    public void refresh() {
        data.refresh();
    }

    /** Codes as a submission takes them, in the order of {@link Languages#all}. */
    public List<String> codes() {
        return Languages.all().stream()
                .filter(language -> dataOf(language).isPresent())
                .map(Language::code)
                .toList();
    }

    /** @param name of data, as Tesseract calls it */
    public boolean has(String name) {
        return data.names().contains(name);
    }

    /** Tesseract's name of the data that reads the language: its own, else its script's; that first where it is better. */
    public Optional<String> dataOf(Language language) {
        Collection<String> names = data.names();
        Optional<String> own = Optional.of(language.data()).filter(names::contains);
        Optional<String> scripts =
                Languages.find("und-" + language.script()).map(Language::data).filter(names::contains);
        return POOR.contains(language.data()) ? scripts.or(() -> own) : own.or(() -> scripts);
    }

    /** Data for all of them together as Tesseract takes it, what is missing left out; the default where nothing is left. */
    public String dataOf(List<Language> languages) {
        Set<String> found = new LinkedHashSet<>();
        languages.forEach(language -> dataOf(language).ifPresent(found::add));
        return found.isEmpty() ? DEFAULT_DATA : String.join("+", found);
    }
}
