package dev.pagewright.language;

/**
 * A language as documents are written in it. Scripts that are read without a language are languages too
 * ({@code und-Latn}).
 *
 * @param code how Pagewright tells it: ISO 639-1 where there is one, else ISO 639-3; with a script where one language
 *     has several ({@code zh-Hant}, {@code sr-Latn}, {@code de-Latf})
 * @param data Tesseract's name of the data that reads it
 * @param script ISO 15924
 * @param name in English, for people
 */
public record Language(String code, String data, String script, String name) {

    /** The code without a script: {@code zh} of {@code zh-Hant}. */
    public String base() {
        int end = code.indexOf('-');
        return end < 0 ? code : code.substring(0, end);
    }
}
