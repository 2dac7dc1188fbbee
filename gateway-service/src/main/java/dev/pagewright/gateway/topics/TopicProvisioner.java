package dev.pagewright.gateway.topics;

import dev.pagewright.event.BrokerAccess;
import dev.pagewright.event.Topics;
import dev.pagewright.gateway.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates what is missing of {@link Topics} and sets the share groups' settings, before any channel starts, and again
 * when a broker has lost its data. Safe to run from several replicas at once.
 */
@ApplicationScoped
class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);
    private static final int BEFORE_CHANNELS = 1;
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final BrokerAccess access;
    private final short replication;
    private final BackgroundLoop loop = new BackgroundLoop("topics", LOOK, this::lookAgain);
    private boolean first = true;

    TopicProvisioner(
            BrokerAccess access,
            @ConfigProperty(name = "pagewright.topics.replication", defaultValue = "1") short replication) {
        this.access = access;
        this.replication = replication;
    }

    void start(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) {
        provision(true);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** The start has just looked. */
    private boolean lookAgain() {
        if (!first) {
            provision(false);
        }
        first = false;
        return false;
    }

    /** @param anyway whether the groups' settings are made where no topic is missing */
    private void provision(boolean anyway) {
        try (Admin admin = Admin.create(access.with(Map.of("client.id", "topics")))) {
            Set<String> present = admin.listTopics().names().get(60, TimeUnit.SECONDS);
            List<Topics.Topic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (Topics.Topic topic : missing) {
                create(admin, topic);
            }
            if (missing.isEmpty() && !anyway) {
                return;
            }
            admin.incrementalAlterConfigs(shareGroups()).all().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while creating topics", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the broker at %s does not answer or refuses the topics".formatted(access.servers()), e);
        }
    }

    private void create(Admin admin, Topics.Topic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(List.of(
                            new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.settings())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            LOG.infof("created topic %s with %d partitions", topic.name(), topic.partitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** A page sent before the first worker came must be read: groups start at the earliest record. */
    private static Map<ConfigResource, java.util.Collection<AlterConfigOp>> shareGroups() {
        Map<ConfigResource, java.util.Collection<AlterConfigOp>> changes = new HashMap<>();
        for (String lane : Topics.lanes()) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.GROUP, Topics.shareGroup(lane)),
                    List.of(set("share.auto.offset.reset", "earliest"), set("share.record.lock.duration.ms", "30000")));
        }
        return changes;
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
