package dev.pagewright.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerAccessTest {

    @Test
    void an_open_broker_is_told_no_user() {
        assertThat(BrokerAccess.open("a:1,b:2").settings())
                .containsEntry("bootstrap.servers", "a:1,b:2")
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKeys("sasl.mechanism", "sasl.jaas.config");
    }

    @Test
    void a_closed_one_is_proved_the_password() {
        BrokerAccess access = new BrokerAccess("a:1", "SASL_SSL", "gateway", "wo\"rd\\");

        assertThat(access.settings())
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .hasEntrySatisfying("sasl.jaas.config", jaas -> assertThat(jaas.toString())
                        .endsWith("username=\"gateway\" password=\"wo\\\"rd\\\\\";"));
        assertThat(access.toString()).doesNotContain("wo");
    }

    @Test
    void a_client_adds_settings_of_its_own() {
        assertThat(BrokerAccess.open("a:1").with(Map.of("acks", "all")))
                .containsEntry("acks", "all")
                .hasSize(3);
    }
}
