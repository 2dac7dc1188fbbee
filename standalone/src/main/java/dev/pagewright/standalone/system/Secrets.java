package dev.pagewright.standalone.system;

import dev.pagewright.embedded.BrokerLogins;
import dev.pagewright.embedded.DatabaseLogins;
import dev.pagewright.embedded.Login;
import dev.pagewright.security.TokenKey;
import dev.pagewright.security.TokenText;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * Made once for a data folder, kept in a file that its owner alone can read. Nothing else has a default secret. No
 * process is told more of them than it needs.
 *
 * @param serviceToken between services
 * @param secretKey Base64, 32 bytes: seals passwords of documents
 * @param demoToken of the account that this installation's owner uses
 * @param adminToken of the administrator
 * @param database its superuser is the launcher alone
 */
public record Secrets(
        String serviceToken,
        String secretKey,
        String demoToken,
        String adminToken,
        DatabaseLogins database,
        BrokerLogins broker) {

    private static final List<String> PASSWORDS = List.of(
            "database-superuser",
            "database-gateway",
            "database-chat",
            "broker-itself",
            "broker-gateway",
            "broker-worker",
            "broker-chat",
            "broker-reader");

    /** The file's secrets; what is missing in it is made and written first. */
    public static Secrets ofFile(Path file, SecureRandom random) throws IOException {
        Properties kept = read(file);
        Properties all = new Properties();
        all.putAll(kept);
        all.putIfAbsent("service-token", TokenText.generate(random));
        all.putIfAbsent("secret-key", key(random));
        all.putIfAbsent("demo-token", new TokenKey(all.getProperty("secret-key")).generate(random));
        all.putIfAbsent("admin-token", TokenText.generate(random));
        PASSWORDS.forEach(name -> all.putIfAbsent(name, Login.password(random)));
        if (!all.equals(kept)) {
            write(file, all);
        }
        return new Secrets(
                all.getProperty("service-token"),
                all.getProperty("secret-key"),
                all.getProperty("demo-token"),
                all.getProperty("admin-token"),
                DatabaseLogins.of(
                        all.getProperty("database-superuser"),
                        all.getProperty("database-gateway"),
                        all.getProperty("database-chat")),
                BrokerLogins.of(
                        all.getProperty("broker-itself"),
                        all.getProperty("broker-gateway"),
                        all.getProperty("broker-worker"),
                        all.getProperty("broker-chat"),
                        all.getProperty("broker-reader")));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        return properties;
    }

    /** Whole or not at all: a second set of secrets would lock the owner out of what is sealed. */
    private static void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, "Pagewright's secrets; whoever reads them may do everything here");
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String key(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
