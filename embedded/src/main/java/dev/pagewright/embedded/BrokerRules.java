package dev.pagewright.embedded;

import dev.pagewright.event.BrokerRights;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** {@link BrokerRights} as the broker's access rules. */
final class BrokerRules {

    private static final String OURS = "pagewright.";

    private BrokerRules() {}

    static List<AclBinding> all() {
        List<AclBinding> rules = new ArrayList<>();
        for (BrokerRights rights : BrokerRights.all()) {
            String user = rights.user();
            rights.writes().forEach(topic -> rules.add(topic(user, topic, AclOperation.WRITE)));
            rights.reads().forEach(topic -> rules.add(topic(user, topic, AclOperation.READ)));
            rights.groups().forEach(group -> rules.add(group(user, group, AclOperation.READ)));
            for (String group : rights.watches()) {
                rules.add(group(user, group, AclOperation.DESCRIBE));
                rules.add(group(user, group, AclOperation.ALTER_CONFIGS));
            }
            if (rights.provisions()) {
                rules.add(rule(user, ResourceType.TOPIC, OURS, PatternType.PREFIXED, AclOperation.CREATE));
                rules.add(rule(user, ResourceType.TOPIC, OURS, PatternType.PREFIXED, AclOperation.DESCRIBE));
            }
        }
        return rules;
    }

    /** All of it in one text, to tell whether anything has changed. */
    static String text() {
        return all().toString();
    }

    private static AclBinding topic(String user, String topic, AclOperation operation) {
        return rule(user, ResourceType.TOPIC, topic, PatternType.LITERAL, operation);
    }

    private static AclBinding group(String user, String beginning, AclOperation operation) {
        return rule(user, ResourceType.GROUP, beginning, PatternType.PREFIXED, operation);
    }

    private static AclBinding rule(
            String user, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
