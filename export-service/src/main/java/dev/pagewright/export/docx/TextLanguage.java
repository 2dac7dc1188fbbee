package dev.pagewright.export.docx;

import org.jspecify.annotations.Nullable;

/**
 * The language of a text, as Word wants it told for each kind of script.
 *
 * @param code BCP 47
 */
record TextLanguage(String code) {

    static TextLanguage of(@Nullable String language) {
        if (language != null && language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")) {
            return new TextLanguage(language);
        }
        return new TextLanguage("en");
    }

    String eastAsian() {
        return switch (primary()) {
            case "ja" -> "ja-JP";
            case "ko" -> "ko-KR";
            default -> traditional() ? "zh-TW" : "zh-CN";
        };
    }

    String eastAsianFont() {
        return switch (primary()) {
            case "ja" -> "MS Mincho";
            case "ko" -> "Malgun Gothic";
            default -> traditional() ? "PMingLiU" : "SimSun";
        };
    }

    String rightToLeft() {
        return switch (primary()) {
            case "he", "fa", "ur", "yi", "ps", "sd", "ug", "syr", "ckb" -> code;
            default -> "ar-SA";
        };
    }

    private String primary() {
        return code.split("-", 2)[0];
    }

    private boolean traditional() {
        return code.matches("zh-(Hant|TW|HK|MO)(-.*)?");
    }
}
