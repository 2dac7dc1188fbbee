package dev.pagewright.standalone.command;

import dev.pagewright.standalone.Logging;
import dev.pagewright.standalone.client.ServerException;
import dev.pagewright.standalone.system.CannotStartException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line. Exit codes: 0 done, 1 not done, 2 not understood (one sentence on standard error with both). */
@Command(
        name = "pagewright",
        description = "Reads documents: text, Markdown, tables, searchable PDF, and answers that cite pages.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Pagewright 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OcrCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            EventsCommand.class,
            LanguagesCommand.class,
            ModelsCommand.class,
            TestCommand.class
        })
public final class Pagewright {

    private Pagewright() {}

    public static void main(String[] arguments) {
        Logging.quiet();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Pagewright())
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    complain(line, sentence(exception));
                    return line.getCommandSpec().exitCodeOnExecutionException();
                })
                .setParameterExceptionHandler((exception, arguments) -> {
                    CommandLine line = exception.getCommandLine();
                    complain(line, misunderstood(exception));
                    return line.getCommandSpec().exitCodeOnInvalidInput();
                });
    }

    private static String misunderstood(ParameterException exception) {
        return "%s; ./%s --help tells what there is"
                .formatted(
                        String.valueOf(exception.getMessage()).replaceAll("\\s+", " "),
                        exception.getCommandLine().getCommandSpec().qualifiedName());
    }

    private static void complain(CommandLine line, String sentence) {
        line.getErr().println("pagewright: " + sentence);
        line.getErr().flush();
    }

    private static String sentence(Exception exception) {
        if (exception instanceof CannotStartException || exception instanceof ServerException) {
            return String.valueOf(exception.getMessage());
        }
        return "unexpected: " + String.valueOf(exception).replaceAll("\\s+", " ");
    }
}
