package dev.pagewright.gateway.submission;

import java.text.Normalizer;

/** A client's file name as it may be shown and given back: the last part of a path, without control characters. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    static String of(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"<>|:*?]", "")
                .strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        if (name.isEmpty()) {
            return "document";
        }
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(name.offsetByCodePoints(0, name.codePointCount(0, name.length()) - LONGEST));
    }
}
