package dev.pagewright.gateway.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What is given out for the world of IPv6; all else has a purpose of its own. */
    private static final Network GLOBAL = Network.of("2000::/3");

    /** Below it, ports are those of other services (mail, shells, databases), which a POST should not reach. */
    private static final int FIRST_FREE_PORT = 1024;

    private final List<Network> allowed;
    private final NameLookup names;

    Targets(WebhookSettings settings, NameLookup names) {
        this.allowed = settings.allowedNetworks().orElse(List.of());
        this.names = names;
    }

    /**
     * The address as a URI; empty where no webhook can be called there. A name is looked up, but not waited for: what it
     * resolves to counts when the call is made.
     */
    public Optional<URI> parse(String text) {
        return spelled(text).filter(uri -> mayBeCallable(uri.getHost()));
    }

    /** As {@link #parse}, by the text alone. */
    Optional<URI> spelled(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (!http || host == null || uri.getRawUserInfo() != null || text.length() > LONGEST) {
            return Optional.empty();
        }
        return port(uri.getPort()) && HostSpelling.taken(host) && !inner(host) ? Optional.of(uri) : Optional.empty();
    }

    private static boolean port(int port) {
        return port == -1 || port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 65_535);
    }

    /** A name without a dot is one of a network of the operator's own. */
    private boolean inner(String host) {
        return allowed.isEmpty() && !HostSpelling.literal(host) && host.indexOf('.') < 0;
    }

    private boolean mayBeCallable(String host) {
        if (HostSpelling.literal(host)) {
            return resolve(host).isPresent();
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean itself = name.equals("localhost") || name.endsWith(".localhost");
        return names.soon(host)
                .filter(addresses -> !addresses.isEmpty())
                .map(addresses -> addresses.stream().allMatch(this::callable))
                .orElse(!itself); // unknown yet: the call judges
    }

    /** Where to connect; empty where the name is unknown or any of its addresses may not be called. Blocks. */
    Optional<InetAddress> resolve(String host) {
        List<InetAddress> addresses = names.all(host);
        return addresses.stream().allMatch(this::callable) ? addresses.stream().findFirst() : Optional.empty();
    }

    private boolean callable(InetAddress address) {
        boolean open = address instanceof Inet4Address || GLOBAL.contains(address);
        return (open && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address)))
                || allowed.stream().anyMatch(network -> network.contains(address));
    }
}
