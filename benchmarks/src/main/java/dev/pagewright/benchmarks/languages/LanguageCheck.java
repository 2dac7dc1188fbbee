package dev.pagewright.benchmarks.languages;

import dev.pagewright.document.EngineReason;
import dev.pagewright.document.Page;
import dev.pagewright.document.PageTransform;
import dev.pagewright.document.Reading;
import dev.pagewright.document.Unit;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.layout.LayoutAnalysis;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.Layout;
import dev.pagewright.worker.page.PagePicture;
import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.Recognition;
import dev.pagewright.worker.recognition.LocalPictureReader;
import dev.pagewright.worker.recognition.RecognitionSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws some words of each installed language in its own script, reads them with that language told, and counts wrong
 * characters. Arguments: directories of Tesseract's data, before the system's; {@code -v} to see what is read wrong.
 * Prints a Markdown table, the best first, then what was not checked and why.
 */
public final class LanguageCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A character error rate below this is a language that is read. */
    private static final double GOOD = 0.1;

    private final PictureReader reader;
    private final boolean verbose;
    private final DrawnWords pen = new DrawnWords();
    private final Map<List<String>, String> owners = new HashMap<>();
    private final List<Checked> checked = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    private LanguageCheck(PictureReader reader, boolean verbose) {
        this.reader = reader;
        this.verbose = verbose;
    }

    private record Checked(Language language, double errors) {}

    public static void main(String[] arguments) throws IOException {
        List<Path> tessdata = Arrays.stream(arguments)
                .filter(argument -> !argument.equals("-v"))
                .map(Path::of)
                .toList();
        Path scratch = Files.createTempDirectory("language-check");
        try (var reader = new LocalPictureReader(RecognitionSettings.withSystemData(scratch, null, tessdata))) {
            var check = new LanguageCheck(reader, List.of(arguments).contains("-v"));
            for (String code : reader.capabilities().languages()) {
                Languages.find(code)
                        .filter(language -> !language.base().equals("und"))
                        .ifPresent(check::check);
            }
            check.report();
        }
    }

    private void check(Language language) {
        if (CalendarWords.historic(language)) {
            skip(language, "an older form of the language; CLDR knows today's");
            return;
        }
        List<String> words = CalendarWords.of(language);
        if (words.isEmpty()) {
            skip(language, "CLDR has no names in it");
            return;
        }
        String owner = owners.putIfAbsent(words, language.base());
        if (owner != null) {
            skip(language, "CLDR gives the names of `" + owner + "`");
            return;
        }
        Optional<BufferedImage> picture = pen.draw(words);
        if (picture.isEmpty()) {
            skip(language, "no font here has all its letters");
            return;
        }
        String written = String.join(" ", words);
        String read = read(picture.get(), language);
        double errors = CharacterErrors.rate(written, read, language.script());
        checked.add(new Checked(language, errors));
        if (verbose && errors > 0) {
            print("%s %s%n  %s%n  %s".formatted(language.code(), percent(errors), written, read.replace("\n", " / ")));
        }
    }

    private void skip(Language language, String reason) {
        unchecked.add("| `%s` | %s | %s | not checked: %s |"
                .formatted(language.code(), language.name(), language.script(), reason));
    }

    private String read(BufferedImage image, Language language) {
        Recognition recognition = reader.read(
                new PagePicture(image, image.getWidth(), image.getHeight(), DrawnWords.DPI),
                new TaskOptions("cpu", language.code(), "force"),
                Deadline.in(PATIENCE));
        Layout layout = LayoutAnalysis.analyse(recognition.content());
        return PlainText.of(new Page(
                0,
                1,
                recognition.content().width(),
                recognition.content().height(),
                Unit.PX,
                recognition.turn(),
                PageTransform.IDENTITY,
                new Reading(recognition.engine(), recognition.engines(), EngineReason.OCR_FORCED, null),
                layout.blocks(),
                layout.tables(),
                List.of(),
                recognition.debug()));
    }

    private void report() {
        print("| code | language | script | CER |");
        print("|---|---|---|---|");
        checked.stream()
                .sorted(Comparator.comparingDouble(Checked::errors))
                .map(row -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                row.language().code(),
                                row.language().name(),
                                row.language().script(),
                                percent(row.errors())))
                .forEach(LanguageCheck::print);
        unchecked.forEach(LanguageCheck::print);
        long good = checked.stream().filter(row -> row.errors() < GOOD).count();
        print("%n%d checked, %d under %s, %d not checked"
                .formatted(checked.size(), good, percent(GOOD), unchecked.size()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @SuppressWarnings("SystemOut") // the report
    private static void print(String line) {
        System.out.println(line);
    }
}
