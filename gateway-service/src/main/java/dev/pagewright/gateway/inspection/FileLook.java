package dev.pagewright.gateway.inspection;

/** Looks into a file with the parsers that its type needs: in a process that may die of it. */
final class FileLook {

    private FileLook() {}

    /** Loads what the first file would otherwise wait for. */
    static void prepare() {
        ImageInspection.prepare();
        PdfInspection.prepare();
    }

    static Inspection look(Question question) {
        return question.type() == MediaType.PDF
                ? PdfInspection.look(question.file(), question.password())
                : ImageInspection.look(question.file(), question.type());
    }
}
