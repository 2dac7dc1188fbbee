package dev.pagewright.worker.ocr.tesseract;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the Tesseract that comes as a Maven artefact, never the system's: an older one of the same name would load
 * silently, and two in one process crash. Once a process, whatever scratch folder later callers name.
 */
final class TesseractNatives {

    private static final String WANTED = "5.5.";

    /** Leptonica's {@code L_SEVERITY_NONE}. */
    private static final int NO_MESSAGES = 6;

    /** {@code bool tesseract::PageIterator::Next(PageIteratorLevel)} as the C++ compilers of Linux and macOS name it. */
    private static final String NEXT_IN_STORE = "_ZN9tesseract12PageIterator4NextENS_17PageIteratorLevelE";

    private static @Nullable String version;
    private static @Nullable Function nextInStore;

    private TesseractNatives() {}

    /**
     * @param scratch where the libraries are unpacked, once for all processes that share it
     * @return the library's version
     * @throws IllegalStateException where this platform has no library, or another one got in its way
     */
    static synchronized String load(Path scratch) {
        if (version == null) {
            version = bind(scratch);
        }
        return version;
    }

    /**
     * Moves a result iterator on in the order in which the library keeps its results, which is that of the lines from left
     * to right. The C interface's own step finds a word's place anew from the page's first word each time: on a page of 800
     * words a twentieth of the recognition's time. A library that names this step otherwise is asked for its own.
     */
    static boolean nextInStore(Pointer iterator, int level) {
        Function step = nextInStore;
        return step == null
                ? TesseractLibrary.TessResultIteratorNext(iterator, level) != 0
                : (step.invokeInt(new Object[] {iterator, level}) & 0xff) != 0;
    }

    private static String bind(Path scratch) {
        String platform = platform();
        boolean mac = Platform.isMac();
        Path folder = scratch.resolve("tesseract-natives-" + platform);
        Path leptonica = unpack("leptonica", platform, mac ? "libleptonica.6.dylib" : "libleptonica.so.6", folder);
        Path tesseract = unpack("tesseract", platform, mac ? "libtesseract.5.5.dylib" : "libtesseract.so.5.5", folder);
        NativeLibrary library =
                NativeLibrary.getInstance(tesseract.toString(), Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        Native.register(TesseractLibrary.class, library);
        nextInStore = function(library, NEXT_IN_STORE);
        // it tells of every odd box on standard error
        NativeLibrary.getInstance(leptonica.toString())
                .getFunction("setMsgSeverity")
                .invokeInt(new Object[] {NO_MESSAGES});
        String found = TesseractLibrary.TessVersion();
        if (!found.startsWith(WANTED)) {
            throw new IllegalStateException("Tesseract %s was loaded instead of %sx".formatted(found, WANTED));
        }
        return found;
    }

    private static @Nullable Function function(NativeLibrary library, String name) {
        try {
            return library.getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            return null;
        }
    }

    private static String platform() {
        if (Platform.isMac() && Platform.isARM()) {
            return "macosx-arm64";
        }
        if (Platform.isLinux() && Platform.is64Bit() && (Platform.isIntel() || Platform.isARM())) {
            return Platform.isARM() ? "linux-arm64" : "linux-x86_64";
        }
        throw new IllegalStateException("there is no Tesseract for " + Platform.RESOURCE_PREFIX);
    }

    /** The library that loads another one finds it beside itself. */
    private static Path unpack(String project, String platform, String name, Path folder) {
        Path target = folder.resolve(name).toAbsolutePath();
        if (Files.isReadable(target)) {
            return target;
        }
        String resource = "org/bytedeco/%s/%s/%s".formatted(project, platform, name);
        try (InputStream stream = TesseractNatives.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
