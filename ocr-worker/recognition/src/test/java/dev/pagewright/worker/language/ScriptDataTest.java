package dev.pagewright.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import dev.pagewright.worker.ocr.tesseract.Tessdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptDataTest {

    @TempDir
    Path folder;

    @Test
    void everyScriptOfAnyInstalledDataIsThere() throws IOException {
        for (Language language : Languages.all()) {
            add(language.data());
        }

        var scripts = new ScriptData(installed());

        assertThat(scripts.scripts())
                .containsExactlyInAnyOrderElementsOf(Languages.all().stream()
                        .map(Language::script)
                        .distinct()
                        .toList());
        assertThat(scripts.scripts())
                .allSatisfy(script -> assertThat(scripts.any(script)).isPresent());
    }

    @Test
    void aScriptIsReadByItsOwnDataElseByThatOfItsCommonestLanguage() throws IOException {
        add("bul");
        add("rus");

        assertThat(new ScriptData(installed()).any("Cyrl")).hasValue("rus");

        add("Cyrillic");

        assertThat(new ScriptData(installed()).any("Cyrl")).hasValue("Cyrillic");
        assertThat(new ScriptData(installed()).languages("Cyrl")).containsExactly("bul", "rus");
    }

    @Test
    void aScriptWithoutDataIsNotThere() {
        assertThat(new ScriptData(installed()).scripts()).containsExactly("Latn");
        assertThat(new ScriptData(installed()).any("Grek")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Merci,Latn,1",
        "Мерси,Cyrl,1",
        "Мерси,Latn,0",
        "ab вг,Cyrl,0.5",
        "漢字,Hant,1",
        "かな漢字,Jpan,1",
        "123,Latn,0"
    })
    void lettersTellTheirScript(String text, String script, double share) {
        assertThat(ScriptData.share(text, script)).isEqualTo(share);
    }

    @Test
    void everyScriptOfTheTableHasLetters() {
        assertThat(Languages.all()).allSatisfy(language -> assertThat(ScriptData.share("x", language.script()))
                .isIn(0.0, 1.0));
    }

    @ParameterizedTest
    @CsvSource({"Cyrillic,Cyrl", "Korean,Kore", "Han,Hans", "Katakana,Jpan", "Devanagari,Deva", "Latin,Latn"})
    void theDetectorsNamesAreKnown(String detected, String script) {
        assertThat(ScriptData.script(detected)).hasValue(script);
    }

    private InstalledLanguages installed() {
        return new InstalledLanguages(new Tessdata(List.of(folder.resolve("data"))));
    }

    private void add(String name) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path file = folder.resolve("data").resolve(name + ".traineddata");
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }
}
