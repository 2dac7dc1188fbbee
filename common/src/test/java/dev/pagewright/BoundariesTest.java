package dev.pagewright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What the shared language may know. */
@AnalyzeClasses(packages = "dev.pagewright", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule NO_FRAMEWORK = classes()
            .that()
            .resideOutsideOfPackages("dev.pagewright.pdf", "dev.pagewright.fence")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.pagewright..",
                    "java..",
                    "javax.crypto..",
                    "javax.imageio..",
                    "org.w3c.dom..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule FENCE_KNOWS_THE_SYSTEM_ALONE = classes()
            .that()
            .resideInAPackage("dev.pagewright.fence")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.pagewright.fence", "java..", "com.sun.jna..", "org.jspecify..");

    @ArchTest
    static final ArchRule DOCUMENT_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("..document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..event..", "..contract..", "..blob..", "..security..");

    @ArchTest
    static final ArchRule MODEL_KNOWS_NO_FORM = noClasses()
            .that()
            .resideInAPackage("dev.pagewright.document")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..document.stored..", "..document.text..", "com.fasterxml..");

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.pagewright.(*)..")
            .should()
            .beFreeOfCycles();
}
