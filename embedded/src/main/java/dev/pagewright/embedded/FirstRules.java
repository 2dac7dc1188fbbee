package dev.pagewright.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.metadata.authorizer.StandardAcl;
import org.apache.kafka.metadata.authorizer.StandardAclWithId;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.server.common.ApiMessageAndVersion;

/**
 * Access rules in a log that has just been formatted, beside its first users: whoever connects first finds them. Kafka's
 * own formatter takes users alone.
 */
final class FirstRules {

    private FirstRules() {}

    /** @param directory of the log; no broker has run on it */
    static void write(Path directory, List<AclBinding> rules) throws Exception {
        if (rules.isEmpty()) {
            return;
        }
        var bootstrap = new BootstrapDirectory(directory.toString());
        BootstrapMetadata formatted = bootstrap.read();
        List<ApiMessageAndVersion> records = new ArrayList<>(formatted.records());
        for (AclBinding rule : rules) {
            var entry = new StandardAclWithId(Uuid.randomUuid(), StandardAcl.fromAclBinding(rule));
            records.add(new ApiMessageAndVersion(entry.toRecord(), (short) 0));
        }
        bootstrap.writeBinaryFile(BootstrapMetadata.fromRecords(records, formatted.source()));
    }
}
