package dev.pagewright.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, http://localhost:8080, http://127.0.0.1:8080",
        "localhost, false, http://localhost:8080, http://127.0.0.1:8080",
        "::1, false, http://localhost:8080, http://[::1]:8080",
        "0.0.0.0, true, http://localhost:8080, http://127.0.0.1:8080",
        "::, true, http://localhost:8080, http://127.0.0.1:8080",
        "192.0.2.7, true, http://192.0.2.7:8080, http://192.0.2.7:8080",
        "2001:db8::7, true, http://[2001:db8::7]:8080, http://[2001:db8::7]:8080"
    })
    void the_gateway_is_reached_where_it_listens(String host, boolean open, String url, String origin) {
        SystemSettings settings = new SystemSettings(
                new DataFolder(Path.of("/data")),
                Path.of("/home"),
                host,
                8080,
                OptionalInt.empty(),
                1,
                Optional.empty(),
                Optional.empty());

        assertThat(settings.open()).isEqualTo(open);
        assertThat(settings.url()).isEqualTo(url);
        assertThat(settings.origin()).isEqualTo(origin);
    }
}
