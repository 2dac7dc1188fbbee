package dev.pagewright.worker;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Data flows one way through the rooms of the worker: no package knows one that comes after it. */
@AnalyzeClasses(
        packages = "dev.pagewright.worker",
        importOptions = {ImportOption.DoNotIncludeTests.class, RoomsTest.NoTestJars.class})
class RoomsTest {

    @ArchTest
    static final ArchRule NO_CIRCLE =
            slices().matching("dev.pagewright.worker.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONE_DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.pagewright.worker..")
            .layer("page")
            .definedBy(packages("page..", "attempt..", "text.."))
            .layer("layout")
            .definedBy(packages("layout..", "assembly.."))
            .layer("source")
            .definedBy(packages("source..", "textlayer.."))
            .layer("recognition")
            .definedBy(packages("recognition..", "ocr..", "language.."))
            .layer("vision")
            .definedBy(packages("vision..", "translation..", "model.."))
            .layer("reading")
            .definedBy(packages("reading.."))
            .layer("queue")
            .definedBy(packages("queue.."))
            .layer("wiring")
            .definedBy(packages("wiring.."))
            .whereLayer("layout")
            .mayOnlyBeAccessedByLayers("recognition", "vision", "reading", "queue")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("reading")
            .whereLayer("recognition")
            .mayOnlyBeAccessedByLayers("reading")
            .whereLayer("vision")
            .mayOnlyBeAccessedByLayers("reading", "queue", "wiring")
            .whereLayer("reading")
            .mayOnlyBeAccessedByLayers("queue", "wiring")
            .whereLayer("queue")
            .mayOnlyBeAccessedByLayers("wiring")
            .whereLayer("wiring")
            .mayNotBeAccessedByAnyLayer();

    /** Other rooms' tests come in jars, which the library's own option takes for the product. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map("dev.pagewright.worker."::concat).toArray(String[]::new);
    }
}
