package dev.pagewright.system.hostile;

import java.util.Map;

/**
 * A file to be uploaded, and the form's other fields.
 *
 * @param name what the client calls it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once; never compared
record HostileFile(String name, byte[] bytes, Map<String, String> fields) {

    static HostileFile pdf(byte[] bytes) {
        return new HostileFile("hostile.pdf", bytes, Map.of());
    }

    HostileFile with(String field, String value) {
        return new HostileFile(name, bytes, Map.of(field, value));
    }
}
