package dev.pagewright.worker.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The price is 1,250.50 on 5 March 2024|Der Preis ist 1.250,50 am 5. März 2024|",
                "The price is 1,250.50|Der Preis ist 1.350,50|numbers_changed",
                "Page 7|Seite sieben|numbers_changed",
                "three apples|3 Äpfel|numbers_changed",
                "Room ٣|Zimmer 3|",
                "See https://example.org/a?b=1 now|Siehe https://example.org/a?b=1 jetzt|",
                "See https://example.org/a now|Siehe https://example.com/a jetzt|code_or_address_changed",
                "Write to jo@example.org|Schreib an jo@beispiel.org|code_or_address_changed",
                "Run `ls -l` first|Führe zuerst `ls -l` aus|",
                "Run `ls -l` first|Führe zuerst `dir -l` aus|code_or_address_changed",
                "Since $a^2 = b$ holds|Da $a^2 = c$ gilt|code_or_address_changed",
                "from $5 to $10 a page|von $5 bis $10 je Seite|",
                "$5-$10 a page|$5–$10 je Seite|",
                "Some text|'  '|empty_translation",
                "A sentence that is long enough to be compared in length with another one|Nein|length_changed"
            })
    void tellsWhatATranslationChanged(String source, String translation, @Nullable String violation) {
        assertThat(Check.violation(source, translation).orElse(null)).isEqualTo(violation);
    }
}
