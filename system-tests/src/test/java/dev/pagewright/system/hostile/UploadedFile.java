package dev.pagewright.system.hostile;

import java.util.Map;

/**
 * A file to be uploaded, and the form's other fields.
 *
 * @param name what the client calls it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
record UploadedFile(String name, byte[] bytes, Map<String, String> fields) {

    static UploadedFile pdf(byte[] bytes) {
        return new UploadedFile("hostile.pdf", bytes, Map.of());
    }

    UploadedFile with(String field, String value) {
        return new UploadedFile(name, bytes, Map.of(field, value));
    }
}
