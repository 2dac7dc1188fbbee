package dev.pagewright.gateway.submission;

import dev.pagewright.gateway.http.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The head of a part of a form (RFC 7578, 4.2).
 *
 * @param fileName empty where the part has none, or an empty one
 * @param file whether the part says that it is a file
 */
record PartHead(String name, String fileName, boolean file) {

    /**
     * @param lines as they came, an octet a character; text in them is UTF-8, or else Latin-1
     * @return empty where they name no field
     */
    static Optional<PartHead> of(String lines) {
        byte[] octets = lines.getBytes(StandardCharsets.ISO_8859_1);
        String text = Percent.text(octets, StandardCharsets.UTF_8).orElse(lines);
        return text.replaceAll("\r\n[ \t]+", " ")
                .lines()
                .map(line -> line.split(":", 2))
                .filter(line -> line.length == 2 && line[0].strip().equalsIgnoreCase("Content-Disposition"))
                .map(line -> HeaderParameters.of(line[1]))
                .filter(disposition -> disposition.value().equals("form-data"))
                .flatMap(disposition -> disposition.get("name").stream()
                        .map(name -> new PartHead(
                                name,
                                disposition.get("filename").orElse(""),
                                disposition.get("filename").isPresent())))
                .findFirst();
    }
}
