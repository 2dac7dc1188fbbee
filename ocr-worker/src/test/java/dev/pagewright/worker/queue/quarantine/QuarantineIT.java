package dev.pagewright.worker.queue.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pagewright.document.PageResult;
import dev.pagewright.document.text.PlainText;
import dev.pagewright.error.PageErrorCode;
import dev.pagewright.event.TaskOptions;
import dev.pagewright.worker.reading.Deadline;
import dev.pagewright.worker.reading.PageRequest;
import dev.pagewright.worker.reading.ReadingCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, which die, hang, and fill their memory. */
class QuarantineIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static final long DISK = 20 << 20;

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
        var quarantine = new Quarantine(
                ChildCommand.of(CrashingChild.class.getName(), 64, 0),
                options -> new TextNode(""),
                directory,
                LONG,
                DISK,
                1);

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
    void aProcessKnowsNothingOfTheWorkersEnvironment() {
        assumeThat(System.getenv()).containsKey("JAVA_HOME");

        assertThat(quarantine("environment", LONG).read(request(Deadline.in(LONG)), LONG))
                .isInstanceOfSatisfying(PageResult.Read.class, read -> assertThat(PlainText.of(read.page()))
                        .contains("PATH")
                        .doesNotContain("JAVA_HOME"));
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
        return new Quarantine(
                ChildCommand.of(ScriptedChild.class.getName(), 64, 6_000),
                options -> new TextNode(script),
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
