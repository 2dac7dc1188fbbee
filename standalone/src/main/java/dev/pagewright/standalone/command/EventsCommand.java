package dev.pagewright.standalone.command;

import dev.pagewright.embedded.Login;
import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.BrokerRights;
import dev.pagewright.standalone.client.EventLines;
import dev.pagewright.standalone.system.CannotStartException;
import dev.pagewright.standalone.system.DataFolder;
import dev.pagewright.standalone.system.RunningSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the public topics, a line of JSON an event. */
@Command(name = "events", description = "Shows the events of the public Kafka topics, as lines of JSON.")
final class EventsCommand implements Callable<Integer> {

    private static final String PREFIX = "pagewright.";
    /** Held, since the log's framework forgets who nobody holds. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "page-results, job-events or usage-events (default: all three).")
    private @Nullable String topic;

    @Option(names = "--job", paramLabel = "UUID", description = "The events of this job alone.")
    private @Nullable String job;

    @Override
    public Integer call() throws IOException {
        List<String> topics = topics();
        DataFolder folder = data.theRunningOne();
        RunningSystem system = RunningSystem.find(folder)
                .orElseThrow(() -> new CannotStartException(
                        "Nothing runs on " + folder.root() + "; start it with ./pagewright up."));
        if (system.record().broker().isEmpty()) {
            throw new CannotStartException(
                    "The system that runs is of an earlier version; start it again: ./pagewright down, ./pagewright up.");
        }
        Login reader = system.secrets().broker().reader();
        var access = new BrokerAccess(system.record().broker(), "SASL_PLAINTEXT", reader.user(), reader.password());
        KAFKA.setLevel(Level.SEVERE); // what is wrong is told by this command
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            new EventLines(access.settings(), topics, job).read(follow, line -> {
                out.println(line);
                out.flush();
            });
        } catch (KafkaException e) {
            throw new CannotStartException(
                    "The broker does not answer: %s Try again; ./pagewright status tells how it is."
                            .formatted(String.valueOf(e.getMessage()).replaceAll("([^.])$", "$1.")));
        }
        return 0;
    }

    private List<String> topics() {
        List<String> all = BrokerRights.READER.reads();
        if (topic == null) {
            return all;
        }
        String name = topic.startsWith(PREFIX) ? topic : PREFIX + topic;
        if (!all.contains(name)) {
            throw new CannotStartException("--topic takes one of " + String.join(", ", all) + ".");
        }
        return List.of(name);
    }
}
