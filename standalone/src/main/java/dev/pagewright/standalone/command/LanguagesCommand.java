package dev.pagewright.standalone.command;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.standalone.addition.AdditionException;
import dev.pagewright.standalone.addition.LanguageData;
import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Languages beside the bundled ones. */
@Command(name = "languages", description = "Lists and adds languages.", synopsisSubcommandLabel = "COMMAND")
final class LanguagesCommand {

    @Command(name = "list", description = "Lists the languages that are there.")
    int list(
            @Mixin DataOption data,
            @Option(names = "--all", description = "Those that can be added too.") boolean all) {
        LanguageData present = new LanguageData(data.folder().tessdata());
        for (Language language : Languages.all()) {
            Optional<String> place = present.place(language);
            if (all || place.isPresent()) {
                System.out.printf("%-10s %-32s %s%n", language.code(), language.name(), place.orElse("can be added"));
            }
        }
        return 0;
    }

    @Command(name = "add", description = "Fetches languages: by apt, by npm, or from a directory.")
    int add(
            @Mixin DataOption data,
            @Option(names = "--from", paramLabel = "DIR", description = "Directory with *.traineddata files.") @Nullable Path from,
            @Parameters(arity = "1..*", paramLabel = "CODE", description = "Such as de, or chi_sim.")
                    List<String> codes)
            throws IOException, InterruptedException {
        LanguageData present = new LanguageData(data.folder().tessdata());
        for (Language language : languages(codes)) {
            if (from == null && present.place(language).isPresent()) {
                System.out.println(language.name() + " is there already.");
                continue;
            }
            try {
                if (from == null) {
                    present.fetch(language);
                } else {
                    present.addFrom(from, language);
                }
            } catch (AdditionException e) {
                throw new CannotStartException(String.valueOf(e.getMessage()));
            }
            System.out.println(language.name() + " is added.");
        }
        RunningSystem.find(data.folder()).ifPresent(RunningSystem::restartWorker);
        return 0;
    }

    private static List<Language> languages(List<String> codes) {
        List<Language> languages = new ArrayList<>();
        for (String code : codes) {
            languages.add(Languages.find(code)
                    .orElseThrow(() -> new CannotStartException(
                            "There is no language \"%s\"; ./pagewright languages list --all has them."
                                    .formatted(code))));
        }
        return languages;
    }
}
