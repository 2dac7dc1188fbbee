package dev.pagewright.worker.recognition;

import dev.pagewright.worker.page.PictureReader;
import dev.pagewright.worker.page.PictureReaderContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The local engines as both tiers ask them: Tesseract first, and both. */
class LocalPictureReaderContractTest {

    @TempDir
    private static Path scratch;

    private static LocalPictureReader reader;

    @BeforeAll
    static void load() {
        reader = new LocalPictureReader(new RecognitionSettings(scratch, null, List.of()));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Nested
    class Cpu extends PictureReaderContract {
        @Override
        protected PictureReader reader() {
            return reader;
        }

        @Override
        protected String tier() {
            return "cpu";
        }
    }

    @Nested
    class Vlm extends PictureReaderContract {
        @Override
        protected PictureReader reader() {
            return reader;
        }

        @Override
        protected String tier() {
            return "vlm";
        }
    }
}
