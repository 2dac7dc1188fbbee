package dev.pagewright.export.download;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.txt",
        "archive.tar.gz, archive.tar.txt",
        "../../etc/passwd, passwd.txt",
        "C:\\scans\\a.tif, a.txt",
        "..., document.txt",
        "'', document.txt"
    })
    void isNamedAfterTheUploadWithoutItsPath(String uploaded, String expected) {
        String header = FileName.disposition(uploaded, "txt");

        assertThat(header).startsWith("attachment; filename=\"" + expected + "\"");
    }

    @Property
    void anyNameGivesOneHeaderOfVisibleAscii(@ForAll String uploaded) {
        String header = FileName.disposition(uploaded, "txt");

        assertThat(header)
                .matches("attachment; filename=\"[\\x20-\\x7E&&[^\"\\\\]]+\"; filename\\*=UTF-8''[\\x21-\\x7E]+");
    }
}
