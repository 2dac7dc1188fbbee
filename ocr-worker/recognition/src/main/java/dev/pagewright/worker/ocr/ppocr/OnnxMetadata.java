package dev.pagewright.worker.ocr.ppocr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model's metadata, read from its file: the runtime hands strings over as modified UTF-8, which mangles every
 * character outside the Basic Multilingual Plane and with it the numbering of an alphabet. The file is a protocol
 * buffer ({@code onnx.proto}: {@code ModelProto.metadata_props}, field 14, entries of key 1 and value 2).
 */
final class OnnxMetadata {

    private static final int METADATA_PROPERTIES = 14;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private OnnxMetadata() {}

    static Optional<String> read(Path model, String key) throws IOException {
        try (FileChannel channel = FileChannel.open(model)) {
            ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            while (file.hasRemaining()) {
                long tag = varint(file);
                if (tag >>> 3 == METADATA_PROPERTIES) {
                    ByteBuffer entry = slice(file);
                    if (string(entry.duplicate(), KEY).equals(key)) {
                        return Optional.of(string(entry, VALUE));
                    }
                } else {
                    skip(file, tag);
                }
            }
            return Optional.empty();
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException(model.getFileName() + " is no ONNX model", e);
        }
    }

    private static String string(ByteBuffer message, int field) {
        while (message.hasRemaining()) {
            long tag = varint(message);
            if (tag >>> 3 == field) {
                return StandardCharsets.UTF_8.decode(slice(message)).toString();
            }
            skip(message, tag);
        }
        return "";
    }

    private static ByteBuffer slice(ByteBuffer buffer) {
        int length = Math.toIntExact(varint(buffer));
        ByteBuffer slice = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        return slice;
    }

    private static void skip(ByteBuffer buffer, long tag) {
        switch ((int) (tag & 7)) {
            case 0 -> varint(buffer);
            case 1 -> buffer.position(buffer.position() + Long.BYTES);
            case 2 -> slice(buffer);
            case 5 -> buffer.position(buffer.position() + Integer.BYTES);
            default -> throw new IllegalArgumentException("no such wire type");
        }
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }
}
