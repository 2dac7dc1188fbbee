package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Closes a broker to everybody without a password. Services prove theirs (SCRAM) and never send it, so that who sits on
 * the broker's port while it is away learns nothing. The broker itself, which must get in before there are any users,
 * is known from its settings (PLAIN) and talks to nobody but itself.
 */
final class BrokerLock {

    private static final int ITERATIONS = 4096;
    private static final long PATIENCE_SECONDS = 60;

    private final BrokerLogins logins;
    private final Seal seal;

    /** @param directory of the broker's log */
    BrokerLock(BrokerLogins logins, Path directory) {
        this.logins = logins;
        this.seal = new Seal(seal(directory));
    }

    /** Lies beside the log's folder: what is in there is the broker's. */
    static Path seal(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".users.sha256");
    }

    /** What the broker's listeners ask of whoever connects. */
    Map<String, String> settings(String listener, String controllerListener) {
        Map<String, String> settings = new HashMap<>();
        settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        for (String each : List.of(listener, controllerListener)) {
            String prefix = "listener.name." + each.toLowerCase(java.util.Locale.ROOT) + ".";
            settings.put(prefix + "sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
            settings.put(prefix + "plain.sasl.jaas.config", itself());
            settings.put(
                    prefix + "scram-sha-512.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        }
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put(
                "super.users",
                Stream.concat(Stream.of(logins.broker()), logins.services().stream())
                        .map(login -> "User:" + login.user())
                        .collect(Collectors.joining(";")));
        return settings;
    }

    private String itself() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                .formatted(logins.broker().user(), logins.broker().password());
    }

    /** For a log that is formatted now: its users are there with its first record. */
    List<String> first() throws IOException {
        return logins.services().stream()
                .map(login -> "SCRAM-SHA-512=[name=%s,password=%s,iterations=%d]"
                        .formatted(login.user(), login.password(), ITERATIONS))
                .toList();
    }

    void seal() throws IOException {
        seal.set(logins.secrets());
    }

    /** For a log from before there were users, or whose passwords have changed. The broker runs. */
    void update(String servers) throws IOException {
        if (seal.holds(logins.secrets())) {
            return;
        }
        List<UserScramCredentialAlteration> users = logins.services().stream()
                .<UserScramCredentialAlteration>map(login -> new UserScramCredentialUpsertion(
                        login.user(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        login.password()))
                .toList();
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                servers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                itself()))) {
            admin.alterUserScramCredentials(users).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the broker's users were set", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker's users cannot be set", e);
        }
        seal();
    }
}
