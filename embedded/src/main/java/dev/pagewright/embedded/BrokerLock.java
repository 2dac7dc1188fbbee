package dev.pagewright.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * Closes a broker to everybody without a password. Services prove theirs (SCRAM) and never send it, so that who sits on
 * the broker's port while it is away learns nothing. The broker itself, which must get in before there are any users,
 * is known from its settings (PLAIN) and talks to nobody but itself; it alone may do everything, a service what
 * {@link BrokerRules} say.
 */
final class BrokerLock {

    private static final int ITERATIONS = 4096;
    private static final long PATIENCE_SECONDS = 60;

    private final BrokerLogins logins;
    private final Seal users;
    private final Seal rules;

    /** @param directory of the broker's log */
    BrokerLock(BrokerLogins logins, Path directory) {
        this.logins = logins;
        this.users = new Seal(beside(directory, ".users.sha256"));
        this.rules = rules(directory);
    }

    /** Whether the log has users and the access rules of this release. */
    static boolean holds(Path directory) throws IOException {
        return Files.exists(beside(directory, ".users.sha256"))
                && rules(directory).holds(BrokerRules.text());
    }

    private static Seal rules(Path directory) {
        return new Seal(beside(directory, ".rules.sha256"));
    }

    /** What is in the log's folder is the broker's. */
    private static Path beside(Path directory, String suffix) {
        return directory.resolveSibling(directory.getFileName() + suffix);
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
            settings.put(prefix + "plain.sasl.jaas.config", itself(logins));
            settings.put(
                    prefix + "scram-sha-512.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        }
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:" + logins.broker().user());
        return settings;
    }

    private static String itself(BrokerLogins logins) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                .formatted(logins.broker().user(), logins.broker().password());
    }

    /** For a log that is formatted now: its users are there with its first records, and its rules. */
    List<String> first() {
        return logins.clients().stream()
                .map(login -> "SCRAM-SHA-512=[name=%s,password=%s,iterations=%d]"
                        .formatted(login.user(), login.password(), ITERATIONS))
                .toList();
    }

    void seal() throws IOException {
        users.set(logins.secrets());
        rules.set(BrokerRules.text());
    }

    /** For a log from before there were users or rules, or whose passwords or rules have changed. The broker runs. */
    void update(String servers) throws IOException {
        boolean usersHold = users.holds(logins.secrets());
        boolean rulesHold = rules.holds(BrokerRules.text());
        if (usersHold && rulesHold) {
            return;
        }
        try (Admin admin = admin(servers, logins)) {
            if (!rulesHold) { // first: a user without rules may do nothing
                replaceRules(admin);
            }
            if (!usersHold) {
                admin.alterUserScramCredentials(credentials(logins)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the broker's users were set", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker's users cannot be set", e);
        }
        seal();
    }

    /** Users and rules on a broker that runs elsewhere and knows its own user; no other rule there is touched. */
    static void add(String servers, BrokerLogins logins) throws IOException {
        try (Admin admin = admin(servers, logins)) {
            admin.createAcls(BrokerRules.all()).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            admin.alterUserScramCredentials(credentials(logins)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the broker's users were set", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IOException("the broker's users cannot be set: " + e.getMessage(), e);
        }
    }

    /** What is new comes before what is old goes: nobody is shut out for a moment. */
    private static void replaceRules(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        List<AclBinding> wanted = BrokerRules.all();
        admin.createAcls(wanted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<AclBindingFilter> old =
                admin.describeAcls(AclBindingFilter.ANY).values().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                        .filter(rule -> !wanted.contains(rule))
                        .map(AclBinding::toFilter)
                        .toList();
        admin.deleteAcls(old).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static List<UserScramCredentialAlteration> credentials(BrokerLogins logins) {
        return logins.clients().stream()
                .<UserScramCredentialAlteration>map(login -> new UserScramCredentialUpsertion(
                        login.user(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        login.password()))
                .toList();
    }

    private static Admin admin(String servers, BrokerLogins logins) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                servers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                itself(logins)));
    }
}
