package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.Percent;
import dev.pagewright.gateway.http.Problem;
import dev.pagewright.gateway.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads one multipart/form-data body (RFC 7578) to its end: the file goes to the disk as it comes, with a running
 * hash; fields and everything else are bounded. Blocks; used once.
 */
final class UploadReader {

    static final String FILE = "file";

    /** Of all parts but the file, and of what surrounds them, bytes. */
    static final long MOST_BESIDE = 1 << 20;

    private static final int BUFFER = 16 << 10;
    private static final int LARGEST_HEAD = 8 << 10;
    private static final int LARGEST_FIELD = 8 << 10;
    private static final int MOST_PARTS = 100;

    private final Path directory;
    private final long largest;
    private final List<UploadForm.Field> fields = new ArrayList<>();
    private @Nullable ReceivedFile file;
    private @Nullable String fileElsewhere;

    /**
     * @param directory of files that are coming in
     * @param largest file, bytes
     */
    UploadReader(Path directory, long largest) {
        this.directory = directory;
        this.largest = largest;
    }

    /**
     * @param most bytes of the body, unpacked
     * @throws ProblemException 400, 503; nothing is left behind then
     */
    UploadForm read(Encoding encoding, InputStream sent, long most, String boundary) {
        boolean whole = false;
        try (InputStream unpacked = encoding.unpacked(sent);
                InputStream body = new BoundedStream(unpacked, most, () -> ReceivedFile.tooLarge(largest))) {
            parts(MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.UTF_8))
                    .setBufferSize(BUFFER)
                    .setMaxPartHeaderSize(LARGEST_HEAD)
                    .get());
            body.transferTo(OutputStream.nullOutputStream()); // the epilogue
            if (file == null) {
                throw missingFile();
            }
            whole = true;
            return new UploadForm(file, fields);
        } catch (FileUploadSizeException e) {
            throw invalid("The head of a part of the form has more than %d bytes.".formatted(LARGEST_HEAD));
        } catch (IOException e) {
            throw malformed();
        } finally {
            if (!whole && file != null) {
                file.delete();
            }
        }
    }

    private void parts(MultipartInput form) throws IOException {
        form.setHeaderCharset(StandardCharsets.ISO_8859_1);
        boolean more = form.skipPreamble();
        for (int count = 1; more; count++) {
            if (count > MOST_PARTS) {
                throw invalid("The form has more than %d parts.".formatted(MOST_PARTS));
            }
            PartHead head = PartHead.of(form.readHeaders())
                    .orElseThrow(() -> invalid("A part of the form has no name; each needs a line such as"
                            + " Content-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"."));
            InputStream content = form.newInputStream();
            part(head, content);
            content.close(); // reads the rest of the part: not to be done for one that was refused
            more = form.readBoundary();
        }
    }

    private void part(PartHead head, InputStream content) throws IOException {
        if (head.name().equals(FILE)) {
            if (file != null) {
                throw new ProblemException(ErrorCode.MULTIPLE_FILES, "Send one file a request, in the field \"file\".");
            }
            file = ReceivedFile.receive(
                    directory.resolve(UUID.randomUUID().toString()), head.fileName(), content, largest);
        } else if (head.file() && !SubmissionForm.FIELDS.contains(head.name())) {
            fileElsewhere = head.name();
            fields.add(new UploadForm.Field(head.name(), ""));
        } else {
            fields.add(new UploadForm.Field(head.name(), text(head.name(), content)));
        }
    }

    private static String text(String name, InputStream content) throws IOException {
        byte[] octets = content.readNBytes(LARGEST_FIELD + 1);
        if (octets.length > LARGEST_FIELD) {
            throw invalid("The field \"%s\" has more than %d bytes.".formatted(Problem.quoted(name), LARGEST_FIELD));
        }
        return Percent.text(octets, StandardCharsets.UTF_8)
                .orElseThrow(() -> invalid("The field \"%s\" is not UTF-8.".formatted(Problem.quoted(name))));
    }

    private ProblemException missingFile() {
        if (fileElsewhere == null) {
            return new ProblemException(
                    ErrorCode.MISSING_FILE, "The request has no file; send one in the multipart field \"file\".");
        }
        return new ProblemException(
                ErrorCode.MISSING_FILE,
                "The request has no file in the multipart field \"file\", but one in \"%s\"; send it as \"file\"."
                        .formatted(Problem.quoted(fileElsewhere)));
    }

    static ProblemException malformed() {
        return invalid("The body is not well-formed multipart/form-data, or was cut off;"
                + " send it again with an HTTP library's form upload.");
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ErrorCode.INVALID_PARAMETER, detail);
    }
}
