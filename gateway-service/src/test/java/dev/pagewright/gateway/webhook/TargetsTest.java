package dev.pagewright.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private record Settings(Optional<List<Network>> allowedNetworks) implements WebhookSettings {

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public List<Duration> pauses() {
            return List.of();
        }

        @Override
        public int concurrent() {
            return 1;
        }

        @Override
        public Duration sweep() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration rotation() {
            return Duration.ofSeconds(1);
        }
    }

    private final Targets targets = new Targets(new Settings(Optional.empty()));

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

    @Test
    void a_name_is_judged_by_what_it_resolves_to_now() {
        assertThat(targets.resolve("localhost")).isEmpty();
        assertThat(targets.resolve("no-such-name.invalid")).isEmpty();
    }

    @Test
    void an_operator_may_allow_networks() {
        Targets intranet =
                new Targets(new Settings(Optional.of(List.of(Network.of("10.1.0.0/16"), Network.of("::1")))));

        assertThat(intranet.parse("http://10.1.200.3/")).isPresent();
        assertThat(intranet.parse("http://[::1]:8080/")).isPresent();
        assertThat(intranet.parse("http://10.2.0.1/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.org/8", "10.0.0.0/x", "", "/8"})
    void what_is_no_network_stops_the_start(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
