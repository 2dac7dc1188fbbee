package dev.pagewright.standalone.command;

import java.util.List;

/** What the script knows of standard output and error: whether a person looks at them. */
final class Terminal {

    private Terminal() {}

    static boolean output() {
        return has("out");
    }

    static boolean error() {
        return has("err");
    }

    private static boolean has(String name) {
        return List.of(System.getProperty("pagewright.terminal", "").split(",")).contains(name);
    }
}
