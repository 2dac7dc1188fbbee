package dev.pagewright.hostile;

import java.util.function.Supplier;

/**
 * A hostile file that is made when it is asked for.
 *
 * @param name what it does
 * @param suffix of a file's name: {@code pdf}, {@code png}, ...
 */
public record HostileFile(String name, String suffix, Supplier<byte[]> content) {

    public byte[] bytes() {
        return content.get();
    }

    @Override
    public String toString() {
        return suffix + ": " + name;
    }
}
