package dev.pagewright.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a webhook may call: public ones, and those of networks that the operator allows. A name is resolved
 * when the call is made and the call goes to the address that was checked, so that a name which changes its mind
 * between check and call (DNS rebinding) gains nothing. Resolving blocks; thread-safe.
 */
@ApplicationScoped
public class Targets {

    private static final int LONGEST = 2_000;

    /** Special-purpose ranges of IANA's registries (RFC 6890 and later), multicast included; metadata services lie in them. */
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/8",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    private final List<Network> allowed;

    Targets(WebhookSettings settings) {
        this.allowed = settings.allowedNetworks().orElse(List.of());
    }

    /** The address as a URI; empty where no webhook can be called there, whatever its name resolves to. */
    public Optional<URI> parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (!http || host == null || uri.getUserInfo() != null || text.length() > LONGEST || uri.getPort() == 0) {
            return Optional.empty();
        }
        return hopeless(host) ? Optional.empty() : Optional.of(uri);
    }

    /** Literal addresses that may not be called, and names that mean this machine. */
    private boolean hopeless(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || name.matches("[0-9.]+")) {
            return resolve(host).isEmpty();
        }
        return (name.equals("localhost") || name.endsWith(".localhost"))
                && resolve(host).isEmpty();
    }

    /** Where to connect; empty where the name is unknown or any of its addresses may not be called. */
    Optional<InetAddress> resolve(@Nullable String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(Objects.requireNonNull(host));
            return Arrays.stream(addresses).allMatch(this::callable) ? Optional.of(addresses[0]) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private boolean callable(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address))
                || allowed.stream().anyMatch(network -> network.contains(address));
    }
}
