package dev.pagewright.gateway.access;

import dev.pagewright.gateway.store.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hashes of the tokens that were made before tokens had a keyed check, read once at the start: there will be no more
 * of them, so that whoever is not among them need not be looked for. Thread-safe.
 */
@ApplicationScoped
class EarlierTokens {

    private final Database database;
    private volatile Set<String> hashes = Set.of();

    EarlierTokens(Database database) {
        this.database = database;
    }

    void read(@Observes StartupEvent event) {
        hashes = database
                .withoutTransaction(
                        sql -> sql.rows("select hash from api_token where not keyed and revoked_at is null"))
                .stream()
                .map(row -> HexFormat.of().formatHex(row.getBuffer("hash").getBytes()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param hash hex */
    boolean contain(String hash) {
        return hashes.contains(hash);
    }
}
