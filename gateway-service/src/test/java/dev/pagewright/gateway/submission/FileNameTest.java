package dev.pagewright.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "letter.pdf|letter.pdf",
                "/etc/passwd|passwd",
                "..\\..\\x.pdf|x.pdf",
                ".htaccess|htaccess",
                "...|document",
                "a\"b<c>d.pdf|abcd.pdf",
                "數據 報告.pdf|數據 報告.pdf"
            })
    void what_is_kept_is_a_plain_name(String sent, String kept) {
        assertThat(FileName.of(sent)).isEqualTo(kept);
    }

    @Test
    void control_characters_and_marks_of_direction_go() {
        assertThat(FileName.of("a\r\nSet-Cookie: x\u202efdp.exe\u0000")).isEqualTo("aSet-Cookie xfdp.exe");
    }

    @Test
    void an_empty_name_becomes_one() {
        assertThat(FileName.of("")).isEqualTo("document");
    }

    @Test
    void a_long_name_keeps_its_end() {
        assertThat(FileName.of("𝒳".repeat(1000) + ".pdf")).endsWith(".pdf").satisfies(name -> assertThat(
                        name.codePointCount(0, name.length()))
                .isEqualTo(200));
    }
}
