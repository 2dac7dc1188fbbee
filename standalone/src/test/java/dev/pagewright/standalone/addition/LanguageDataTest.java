package dev.pagewright.standalone.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagewright.language.Language;
import dev.pagewright.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageDataTest {

    @TempDir
    private Path directory;

    @Test
    void english_is_there_without_anything() {
        assertThat(new LanguageData(directory).place(language("en"))).isPresent();
    }

    @Test
    void data_are_copied_from_a_directory() throws IOException, AdditionException {
        Path source = Files.createDirectory(directory.resolve("source"));
        Files.writeString(source.resolve("deu.traineddata"), "data");
        LanguageData data = new LanguageData(directory.resolve("own"));

        data.addFrom(source, language("de"));

        assertThat(data.place(language("de"))).contains(directory.resolve("own").toString());
        assertThat(directory.resolve("own/deu.traineddata")).hasContent("data");
    }

    @Test
    void a_directory_without_the_data_is_told() {
        assertThatThrownBy(() -> new LanguageData(directory.resolve("own")).addFrom(directory, language("de")))
                .isInstanceOf(AdditionException.class)
                .hasMessageContaining("deu.traineddata");
    }

    @Test
    void debian_names_its_packages_in_its_own_way() {
        assertThat(LanguageData.debianPackage(language("chi_sim"))).isEqualTo("tesseract-ocr-chi-sim");
        assertThat(LanguageData.debianPackage(language("de"))).isEqualTo("tesseract-ocr-deu");
    }

    private static Language language(String code) {
        return Languages.find(code).orElseThrow();
    }
}
