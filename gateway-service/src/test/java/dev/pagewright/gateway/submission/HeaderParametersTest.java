package dev.pagewright.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form-data; name=file|form-data|name|file",
                "Form-Data;NAME=\"file\"|form-data|name|file",
                "a/b ; x = \"1;2=3\" ; name = y |a/b|name|y",
                "a; flag; name=y|a|name|y",
                "a; name=first; name=second|a|name|first",
                "a; other=\"; name=no\"; name=yes|a|name|yes",
                "a; name=\"open end|a|name|open end",
                "a; name=\"q\\\"u\\\\o\\t\"|a|name|q\"u\\o\\t",
                "a; name*=utf-8'de'%C3%9C; name=u|a|name|Ü",
                "a; name*=utf-8''%C3; name=u|a|name|u",
                "a; name*=koi8-r''x; name=u|a|name|u"
            })
    void parameters_are_found(String field, String value, String name, String parameter) {
        HeaderParameters parameters = HeaderParameters.of(field);

        assertThat(parameters.value()).isEqualTo(value);
        assertThat(parameters.get(name)).hasValue(parameter);
    }

    @Test
    void whatever_comes_is_read_to_its_end() {
        Random random = new Random(7);
        String signs = "a=;\"\\*'% \t/";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder field = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                field.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThatCode(() -> HeaderParameters.of(field.toString()).get("a"))
                    .as(field.toString())
                    .doesNotThrowAnyException();
        }
    }
}
