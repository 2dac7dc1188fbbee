package dev.pagewright.standalone.command;

import dev.pagewright.standalone.Logging;
import dev.pagewright.standalone.client.ServerException;
import dev.pagewright.standalone.system.CannotStartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done, 1 not done (one sentence on standard error), 2 not understood. */
@Command(
        name = "pagewright",
        description = "Reads documents: text, Markdown, tables, searchable PDF, and answers that cite pages.",
        mixinStandardHelpOptions = true,
        version = "Pagewright 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OcrCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            LanguagesCommand.class,
            ModelsCommand.class
        })
public final class Pagewright {

    private Pagewright() {}

    public static void main(String[] arguments) {
        Logging.quiet();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Pagewright()).setExecutionExceptionHandler((exception, line, parsed) -> {
            line.getErr().println("pagewright: " + sentence(exception));
            line.getErr().flush();
            return 1;
        });
    }

    private static String sentence(Exception exception) {
        if (exception instanceof CannotStartException || exception instanceof ServerException) {
            return String.valueOf(exception.getMessage());
        }
        return "unexpected: " + exception;
    }
}
