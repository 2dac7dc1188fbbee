package dev.pagewright.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private static final InetAddress PUBLIC = address(93, 184, 215, 14);

    private static Targets targets(String... allowed) {
        return targets(InetAddress::getAllByName, allowed);
    }

    private static Targets targets(NameLookup.Resolver resolver, String... allowed) {
        WebhookSettings settings = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(WebhookSettings.class)
                .withDefaultValues(
                        allowed.length == 0
                                ? Map.of()
                                : Map.of("pagewright.webhooks.allowed-networks", String.join(",", allowed)))
                .build()
                .getConfigMapping(WebhookSettings.class);
        return new Targets(settings, new NameLookup(resolver));
    }

    private final Targets targets = targets(host -> {
        if (HostSpelling.literal(host) || host.endsWith("localhost")) {
            return InetAddress.getAllByName(host);
        }
        return new InetAddress[] {PUBLIC};
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0.0.0.0:8080/",
                "http://localhost:9000/",
                "http://a.localhost/",
                "http://10.1.2.3/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.100.100.200/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[2002:7f00:1::]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://224.0.0.1/",
                "ftp://example.org/",
                "https://user:password@example.org/",
                "https:///path",
                "example.org",
                "http://example.org:0/",
                "javascript:alert(1)"
            })
    void an_address_that_is_not_public_is_no_target(String address) {
        assertThat(targets.parse(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/hook?a=b", "http://93.184.215.14:8080/", "https://[2606:2800:21f::1]/x"})
    void a_public_address_is_a_target(String address) {
        assertThat(targets.parse(address)).isPresent();
    }

    @RepeatedTest(20)
    @DisplayName("no spelling of any address that is not public is a target, at submission or at delivery")
    void no_spelling_of_a_private_address_is_a_target(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        for (int[] address : Spellings.privateAddresses(random)) {
            assertThat(targets.parse("http://" + Spellings.canonical(address) + ":8080/"))
                    .as(Spellings.canonical(address))
                    .isEmpty();
            for (String host : Spellings.others(address)) {
                String port = random.nextBoolean() ? "" : ":" + (1024 + random.nextInt(60_000));
                String url = (random.nextBoolean() ? "http://" : "HTTPS://") + host + port + "/hook?a=b";

                assertThat(targets.parse(url)).as(url).isEmpty();
                assertThat(targets.spelled(url).flatMap(uri -> targets.resolve(uri.getHost())))
                        .as(url)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("an address has one spelling, allowed or public ones too")
    void other_spellings_of_an_allowed_address_are_none() {
        Targets intranet = targets("10.1.0.0/16", "0.0.0.0/0");

        for (int[] address : new int[][] {{10, 1, 2, 3}, {93, 184, 215, 14}}) {
            assertThat(intranet.parse("http://" + Spellings.canonical(address) + "/"))
                    .isPresent();
            assertThat(Spellings.others(address))
                    .filteredOn(host -> !host.startsWith("[")) // the IPv6 ones are addresses of their own
                    .allSatisfy(host -> assertThat(intranet.parse("http://" + host + "/"))
                            .as(host)
                            .isEmpty());
        }
    }

    @Test
    @DisplayName("of IPv6 only what is given out for the world is public")
    void addresses_outside_of_global_unicast_are_none() {
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            int first = random.nextInt(0x10000);
            String host = "[%x:%x::%x]".formatted(first, random.nextInt(0x10000), random.nextInt(0x10000));
            if (first >> 13 != 1) {
                assertThat(targets.parse("https://" + host + "/")).as(host).isEmpty();
            }
        }
    }

    @Test
    void a_name_with_one_private_address_among_public_ones_is_no_target() {
        Random random = new Random(7);
        for (int[] bytes : Spellings.privateAddresses(random)) {
            InetAddress inner = address(bytes[0], bytes[1], bytes[2], bytes[3]);
            for (InetAddress[] answer :
                    new InetAddress[][] {{inner}, {PUBLIC, inner}, {inner, PUBLIC}, {PUBLIC, PUBLIC, inner}}) {
                Targets judging = targets(host -> answer);

                assertThat(judging.resolve("rebinding.example.org")).isEmpty();
                assertThat(judging.parse("https://rebinding.example.org/"))
                        .as(inner.toString())
                        .isEmpty();
            }
        }
        assertThat(targets(host -> new InetAddress[] {PUBLIC}).parse("https://example.org/"))
                .isPresent();
    }

    @Test
    @DisplayName("a name server that does not answer holds up no submission; the call judges")
    void a_name_that_is_not_known_soon_is_judged_by_the_call() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Targets waiting = targets(host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {PUBLIC};
        });
        long start = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            assertThat(waiting.parse("https://slow-" + i + ".example.org/")).isPresent();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(10)); // 8 threads wait 700 ms each
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost./",
                "http://LOCALHOST/",
                "http://a.b.localhost:8080/",
                "http://gateway/",
                "http://kafka:9092/",
                "http://example.org./",
                "http://ex\u00e4mple.org/",
                "http://-example.org/",
                "http://example.0x/",
                "http://example.1/",
                "http://example.org:22/",
                "http://example.org:25/",
                "http://example.org:1023/",
                "http://example.org:65536/",
                "http://example.org:-1/",
                "http:///",
                "http:example.org",
                "http:/example.org/",
                "//example.org/",
                " http://example.org/",
                "http://example.org/\u0000",
                "file:///etc/passwd",
                "gopher://example.org/",
                "http://[2001:db8::1]/",
                "http://[2606:2800:21f::1/",
                "http://[2606:2800:21f::1%251]/"
            })
    void what_is_odd_is_no_target(String address) {
        assertThat(targets.parse(address)).isEmpty();
    }

    @Test
    void a_name_is_judged_by_what_it_resolves_to_now() {
        Targets real = targets();

        assertThat(real.resolve("localhost")).isEmpty();
        assertThat(real.resolve("no-such-name.invalid")).isEmpty();
    }

    @Test
    void an_operator_may_allow_networks() {
        Targets intranet = targets("10.1.0.0/16", "::1");

        assertThat(intranet.parse("http://10.1.200.3/")).isPresent();
        assertThat(intranet.parse("http://[::1]:8080/")).isPresent();
        assertThat(intranet.parse("http://10.2.0.1/")).isEmpty();
        assertThat(intranet.parse("http://10.1/")).isEmpty();
    }

    private static InetAddress address(int... bytes) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]});
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.org/8", "10.0.0.0/x", "", "/8"})
    void what_is_no_network_stops_the_start(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
