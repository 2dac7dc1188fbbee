package dev.pagewright.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Formats know documents; only the edge knows the service. */
@AnalyzeClasses(packages = "dev.pagewright.export", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    private static final String[] FORMATS = {
        "..export.format..",
        "..export.markup..",
        "..export.text..",
        "..export.markdown..",
        "..export.json..",
        "..export.html..",
        "..export.docx..",
        "..export.csv..",
        "..export.xlsx..",
        "..export.hocr..",
        "..export.alto..",
        "..export.pdf..",
        "..export.zip.."
    };

    @ArchTest
    static final ArchRule FORMATS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(FORMATS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta.ws.rs..", "java.net.http..");

    @ArchTest
    static final ArchRule FORMATS_KNOW_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage(FORMATS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..export.download..", "..export.document..", "..export.inner..");
}
