package dev.pagewright.standalone.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.pagewright.embedded.Login;
import dev.pagewright.event.BrokerRights;
import dev.pagewright.standalone.process.Condition;
import dev.pagewright.standalone.process.ResidentMemory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code status} tells; the JSON form is an interface for scripts. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SystemStatus(
        @JsonProperty("url") String url,
        String token,
        String adminToken,
        String data,
        boolean ready,
        Broker broker,
        List<Running> processes,
        List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * How to read the public topics.
     *
     * @param bootstrap {@code host:port}
     * @param mechanism of the password's proof, over {@code SASL_PLAINTEXT}
     * @param group how the names of consumer groups begin
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Broker(
            String bootstrap, String user, String password, String mechanism, String group, List<String> topics) {

        public Broker {
            topics = List.copyOf(topics);
        }

        static Broker of(RunningSystem system) {
            Login reader = system.secrets().broker().reader();
            return new Broker(
                    system.record().broker(),
                    reader.user(),
                    reader.password(),
                    "SCRAM-SHA-512",
                    BrokerRights.READER.groups().getFirst(),
                    BrokerRights.READER.reads());
        }
    }

    /** @param rssBytes memory that the process holds, its children's included */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Running(String name, long pid, long rssBytes) {}

    /**
     * @param condition {@code ready}, {@code starting}, {@code waiting} or {@code failing}
     * @param ends how often it has ended since the system started
     * @param log where it says why
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Part(String name, String condition, int ends, String log) {

        private static Part of(SystemRecord.Part part, DataFolder folder) {
            return new Part(
                    part.name(),
                    part.condition().name().toLowerCase(Locale.ROOT),
                    part.ends(),
                    folder.log(part.name()).toString());
        }

        private boolean failing() {
            return condition.equals(Condition.FAILING.name().toLowerCase(Locale.ROOT));
        }

        private String sentence() {
            return failing()
                    ? "%s does not start: ended %d times, tried again; %s says why".formatted(name, ends, log)
                    : "%s is %s".formatted(name, condition);
        }
    }

    public SystemStatus {
        processes = List.copyOf(processes);
        parts = List.copyOf(parts);
    }

    public static SystemStatus of(RunningSystem system) {
        List<Running> processes = system.record().processes().stream()
                .flatMap(entry -> entry.find().stream()
                        .map(process -> new Running(entry.name(), entry.pid(), memory(entry, process))))
                .toList();
        return new SystemStatus(
                system.record().url(),
                system.secrets().demoToken(),
                system.secrets().adminToken(),
                system.folder().root().toString(),
                system.ready(),
                Broker.of(system),
                processes,
                system.record().parts().stream()
                        .map(part -> Part.of(part, system.folder()))
                        .toList());
    }

    /** The launcher's children are told on their own. */
    private static long memory(SystemRecord.Entry entry, ProcessHandle process) {
        return entry.name().equals(Programs.LAUNCHER) ? ResidentMemory.alone(process) : ResidentMemory.bytes(process);
    }

    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text() {
        String table = processes.stream()
                .map(process -> String.format(
                        Locale.ROOT, "  %-12s %8d %7.0f MB%n", process.name(), process.pid(), process.rssBytes() / 1e6))
                .collect(Collectors.joining());
        String troubles = parts.stream()
                .filter(part -> (ready && !part.condition().equals("ready")) || part.failing())
                .map(part -> "  " + part.sentence() + System.lineSeparator())
                .collect(Collectors.joining());
        long sum = processes.stream().mapToLong(Running::rssBytes).sum();
        return String.format(
                Locale.ROOT,
                "%s%s%n  token  %s%n  data   %s%n  kafka  %s%n%s  %-12s %8s %7.0f MB%n%s",
                url,
                ready ? "" : " (starting)",
                token,
                data,
                broker.bootstrap(),
                table,
                "together",
                "",
                sum / 1e6,
                troubles);
    }
}
