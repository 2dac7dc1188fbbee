package dev.pagewright.system.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pagewright.system.client.Client;
import dev.pagewright.system.launch.LaunchedSystem;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The running system as an attack sees it: its address, and an account of the attacker's own. */
final class Target {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private final LaunchedSystem system;
    private final URI url;
    private final Account attacker;

    /** @param token its only one, with all scopes */
    record Account(String id, String token, Client client) {}

    private Target(LaunchedSystem system, URI url, Account attacker) {
        this.system = system;
        this.url = url;
        this.attacker = attacker;
    }

    static Target of(LaunchedSystem system) throws IOException, InterruptedException {
        URI url = URI.create(system.status().path("url").asText());
        return new Target(system, url, account(system, url));
    }

    LaunchedSystem system() {
        return system;
    }

    URI url() {
        return url;
    }

    Client client() {
        return attacker.client();
    }

    String token() {
        return attacker.token();
    }

    /** Another account, new and empty. */
    Account another() throws IOException, InterruptedException {
        return account(system, url);
    }

    private static Account account(LaunchedSystem system, URI url) throws IOException, InterruptedException {
        Client administrator = system.administrator();
        JsonNode account = administrator
                .post(
                        "/api/v1/admin/accounts/",
                        "{\"name\":\"siege %d\",\"plan\":\"internal\"}".formatted(ACCOUNTS.incrementAndGet()))
                .json();
        String id = account.path("id").asText();
        String token = administrator
                .post("/api/v1/admin/accounts/" + id + "/tokens/", "{\"name\":\"siege\"}")
                .json()
                .path("token")
                .asText();
        return new Account(id, token, new Client(url, token));
    }

    /** Bytes of a request's head: method, path, and the attacker's token. */
    String head(String method, String path, Map<String, String> headers) {
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n"
                .formatted(method, path, url.getHost(), url.getPort(), token()));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
