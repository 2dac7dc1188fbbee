package dev.pagewright.gateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A client at a loopback address of its own, so that what it does wrong is not held against other tests. */
public final class AddressedClient implements AutoCloseable {

    private final HttpClient client;

    private AddressedClient(HttpClient client) {
        this.client = client;
    }

    /** @param address such as {@code 127.0.0.77} */
    public static AddressedClient at(String address) throws UnknownHostException {
        return new AddressedClient(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build());
    }

    public HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(Api.address(path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
