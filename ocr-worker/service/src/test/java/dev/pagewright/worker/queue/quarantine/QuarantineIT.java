package dev.pagewright.worker.queue.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.fence.Fence;
import dev.pagewright.fence.FenceMode;
import dev.pagewright.fence.Reach;
import dev.pagewright.fence.testing.Grounds;
import dev.pagewright.worker.page.Deadline;
import dev.pagewright.worker.page.ReadingCancelledException;
import dev.pagewright.worker.reading.PageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, which die, hang, and fill their memory. */
class QuarantineIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static final long DISK = 20 << 20;

    private static final Fence FENCE = Fence.of(FenceMode.IF_THERE);

    @TempDir
    private Path directory;

    @TempDir
    private Path originals;

    @BeforeEach
    void put() throws IOException {
        Files.writeString(originals.resolve("file.pdf"), "the file");
    }

    @Test
    void aGoodPageComesBackAsItWasRead() {
        PageResult result = quarantine("read", LONG).read(request(Deadline.in(LONG)), LONG);

        assertThat(result).isInstanceOfSatisfying(PageResult.Read.class, read -> {
            assertThat(read.index()).isEqualTo(4);
            assertThat(PlainText.of(read.page())).contains("7 secret TaskOptions[tier=cpu, language=auto, ocr=auto]");
        });
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aProcessThatDiesIsACrash() {
        var quarantine = quarantine(CrashingChild.class, "", LONG, 0);

        assertThat(quarantine.read(request(Deadline.in(LONG)), LONG)).isEqualTo(failed(PageErrorCode.PAGE_CRASHED));
    }

    @Test
    void aProcessThatRunsOutOfMemoryHasAPageThatIsTooLarge() {
        assertThat(quarantine("fill", LONG).read(request(Deadline.in(LONG)), LONG))
                .isEqualTo(failed(PageErrorCode.PAGE_TOO_LARGE));
    }

    @Test
    void aReaderThatThrowsIsACrash() {
        assertThat(quarantine("throw", LONG).read(request(Deadline.in(LONG)), LONG))
                .isEqualTo(failed(PageErrorCode.PAGE_CRASHED));
    }

    @Test
    void aProcessThatHangsIsATimeout() {
        assertThat(quarantine("hang", Duration.ofMillis(500)).read(request(Deadline.in(LONG)), Duration.ofMillis(500)))
                .isEqualTo(failed(PageErrorCode.PAGE_TIMEOUT));
    }

    @Test
    void aPageThatWaitedForItsTurnHasAllItsTime() {
        assertThat(quarantine("time", LONG).read(request(Deadline.in(Duration.ZERO)), LONG))
                .isInstanceOfSatisfying(PageResult.Read.class, read -> assertThat(PlainText.of(read.page()))
                        .contains("enough"));
    }

    @Test
    void aProcessKnowsNothingOfTheWorkersEnvironmentButWhatJavaGoesBy() {
        Set<String> known = new HashSet<>(Quarantine.INHERITED);
        known.addAll(Set.of("HOME", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_")); // its own, and its shell's

        assertThat(quarantine("environment", LONG).read(request(Deadline.in(LONG)), LONG))
                .isInstanceOfSatisfying(PageResult.Read.class, read -> assertThat(PlainText.of(read.page())
                                .split(" 7 secret", 2)[0]
                                .strip()
                                .split("\\s+", 0))
                        .contains("PATH")
                        .isSubsetOf(known));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessesCommandLineHoldsNoPassword() {
        assertThat(quarantine("command", LONG).read(request(Deadline.in(LONG)), LONG))
                .isInstanceOfSatisfying(PageResult.Read.class, read -> assertThat(PlainText.of(read.page()))
                        .contains("told=false"));
    }

    @Test
    void aProcessThatLeavesLinksInPlaceOfItsAnswerIsACrash() {
        assertThat(quarantine("mislead", LONG).read(request(Deadline.in(LONG)), LONG))
                .isEqualTo(failed(PageErrorCode.PAGE_CRASHED));
    }

    @Test
    void aPageThatTakesTheProcessOverReachesNothing() {
        assumeThat(FENCE.up()).isTrue();
        try (Grounds grounds = Grounds.in(originals.resolve("others"))) {
            String script = "intrude " + String.join(" ", grounds.arguments());

            assertThat(quarantine(script, LONG).read(request(Deadline.in(LONG)), LONG))
                    .isInstanceOfSatisfying(PageResult.Read.class, read -> {
                        String said = PlainText.of(read.page());
                        assertThat(said).contains("READ=false").contains("open=[]");
                        assertThat(Grounds.breaches(said))
                                .filteredOn(breach -> breach.closedBy(1))
                                .isEmpty();
                    });
        }
    }

    @Test
    void aProcessHasAFolderOfItsOwnWithACopyOfItsFile() throws IOException {
        assertThat(quarantine("files", LONG).read(request(Deadline.in(LONG)), LONG))
                .isInstanceOfSatisfying(PageResult.Read.class, read -> assertThat(PlainText.of(read.page()))
                        .contains("alone=rwx------", "here=true", "temporary=true", "home=true", "reads=the file"));
        assertThat(directory).isEmptyDirectory();
        assertThat(originals.resolve("file.pdf")).hasContent("the file");
    }

    @Test
    void aProcessThatFillsTheDiskHasAPageThatIsTooLarge() {
        assertThat(quarantine("write", LONG).read(request(Deadline.in(LONG)), LONG))
                .isEqualTo(failed(PageErrorCode.PAGE_TOO_LARGE));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatAnEarlierLifeLeftIsSwept() throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("page17/deep")).resolve("original"), "left");

        quarantine("read", LONG);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPageThatIsNotWantedAnyMoreEndsItsProcess() {
        Deadline deadline = Deadline.in(LONG);
        deadline.cancel();

        assertThatThrownBy(() -> quarantine("hang", LONG).read(request(deadline), LONG))
                .isInstanceOf(ReadingCancelledException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPackagedServiceNamesTheJarsThatItsLoaderKnows() {
        assertThat(ChildCommand.classPath("/opt/worker/quarkus-run.jar"))
                .isEqualTo("/opt/worker/app/*:/opt/worker/lib/boot/*:/opt/worker/lib/main/*");
    }

    private Quarantine quarantine(String script, Duration start) {
        return quarantine(ScriptedChild.class, script, start, 6_000);
    }

    private Quarantine quarantine(Class<?> main, String script, Duration start, int addressSpace) {
        return new Quarantine(
                new ReaderProgram(
                        ChildCommand.of(main.getName(), 64, addressSpace),
                        options -> new TextNode(script),
                        options -> Reach.NONE),
                FENCE,
                directory,
                start,
                DISK,
                1);
    }

    private PageRequest request(Deadline deadline) {
        return new PageRequest(
                "job",
                4,
                7,
                originals.resolve("file.pdf"),
                "application/pdf",
                "secret",
                new TaskOptions("cpu", "auto", "auto"),
                deadline);
    }

    private static PageResult failed(PageErrorCode code) {
        return new PageResult.Failed(4, 7, code, code.sentence());
    }
}
