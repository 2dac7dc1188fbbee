package dev.pagewright.export.format;

import java.util.List;

/**
 * What a format is called and what it takes.
 *
 * @param name as in {@code ?format=}; lower case
 * @param mediaType of the download, with its charset where it is text
 * @param extension of the file, without a dot
 * @param options that it knows; any other is refused
 * @param ofFailedJobs whether a job without a readable page has it too
 */
public record Format(
        String name,
        String title,
        String mediaType,
        String extension,
        List<ExportOption> options,
        boolean ofFailedJobs) {

    public Format {
        options = List.copyOf(options);
    }

    public Format(String name, String title, String mediaType, String extension, ExportOption... options) {
        this(name, title, mediaType, extension, List.of(options), false);
    }
}
