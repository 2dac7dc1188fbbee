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

    /** Tesseract's name of the data that reads the language: its own, else its script's. */
    public Optional<String> dataOf(Language language) {
        Collection<String> names = data.names();
        if (names.contains(language.data())) {
            return Optional.of(language.data());
        }
        return Languages.find("und-" + language.script()).map(Language::data).filter(names::contains);
    }

    /** Data for all of them together as Tesseract takes it, what is missing left out; the default where nothing is left. */
    public String dataOf(List<Language> languages) {
        Set<String> found = new LinkedHashSet<>();
        languages.forEach(language -> dataOf(language).ifPresent(found::add));
        return found.isEmpty() ? DEFAULT_DATA : String.join("+", found);
    }
}
