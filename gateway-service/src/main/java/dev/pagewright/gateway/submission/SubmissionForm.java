package dev.pagewright.gateway.submission;

import dev.pagewright.error.ErrorCode;
import dev.pagewright.gateway.http.ProblemException;
import dev.pagewright.language.Language;
import dev.pagewright.language.LanguageField;
import dev.pagewright.language.Languages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields beside the file, checked before the file is looked at. */
record SubmissionForm(
        String tier,
        String language,
        String ocr,
        @Nullable String tool,
        @Nullable String translateTo,
        @Nullable String pages,
        @Nullable String password,
        @Nullable String webhookUrl) {

    static final Set<String> FIELDS =
            Set.of("tier", "language", "tool", "translate_to", "ocr", "pages", "password", "webhook_url", "api_token");

    private static final Set<String> TIERS = Set.of("cpu", "vlm");
    private static final Set<String> OCR = Set.of("auto", "force", "never");
    static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2,8})*");

    /** @throws ProblemException 400 {@code invalid_parameter} */
    static SubmissionForm of(Map<String, String> fields, ToolCatalogue tools) {
        String toolName = lower(text(fields, "tool"));
        String translateTo = tag(text(fields, "translate_to"));
        ToolCatalogue.Tool tool = tools.find(toolName == null && translateTo != null ? "translate" : toolName);
        String tier = lower(text(fields, "tier"));
        SubmissionForm form = new SubmissionForm(
                tier != null ? tier : tool != null ? tool.tier() : "cpu",
                or(language(text(fields, "language")), preset(tool, "language", "auto")),
                or(lower(text(fields, "ocr")), preset(tool, "ocr", "auto")),
                tool == null ? null : tool.slug(),
                translateTo != null || tool == null
                        ? translateTo
                        : tool.options().get("translate_to"),
                text(fields, "pages"),
                fields.get("password"),
                text(fields, "webhook_url"));
        form.check();
        if (tool != null) {
            require(
                    form.translateTo() != null || !tool.slug().equals(ToolCatalogue.TRANSLATE),
                    "translate_to",
                    "names the language that the tool \"translate\" is to translate to");
            String missing = (form.translateTo() == null ? tools.unavailable(tool) : tools.translationUnavailable())
                    .orElse(null);
            if (missing != null) {
                throw new ProblemException(ErrorCode.TOOL_UNAVAILABLE, missing);
            }
        }
        return form;
    }

    private void check() {
        require(TIERS.contains(tier), "tier", "takes \"cpu\" or \"vlm\"");
        require(OCR.contains(ocr), "ocr", "takes \"auto\", \"force\" or \"never\"");
        require(
                LanguageField.parse(language).isPresent(),
                "language",
                "takes \"auto\", the code of a language such as \"en\", or several such as \"en+de\"");
        require(
                pages == null || PageSelection.wellFormed(pages),
                "pages",
                "takes page numbers and ranges such as \"1-3,8\"");
        require(password == null || password.length() <= 512, "password", "takes at most 512 characters");
        require(webhookUrl == null || httpUrl(webhookUrl), "webhook_url", "takes an http or https address");
        require(
                translateTo == null || LANGUAGE.matcher(translateTo).matches(),
                "translate_to",
                "takes a language code such as \"de\"");
    }

    private static boolean httpUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(boolean condition, String field, String rule) {
        if (!condition) {
            throw new ProblemException(ErrorCode.INVALID_PARAMETER, "The field \"%s\" %s.".formatted(field, rule));
        }
    }

    private static @Nullable String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    /** Codes in the case in which they are told; {@code en de} is what an address makes of {@code en+de}. */
    private static @Nullable String language(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String joined = LanguageField.parse(value).isPresent() ? value : value.replaceAll("\\s*\\+\\s*|\\s+", "+");
        return Stream.of(joined.split("\\+", -1)).map(SubmissionForm::code).collect(Collectors.joining("+"));
    }

    /** In the case of BCP 47: {@code de}, {@code zh-Hant}. */
    private static @Nullable String tag(@Nullable String value) {
        String tag = value == null ? "" : Locale.forLanguageTag(value).toLanguageTag();
        return tag.equalsIgnoreCase(value) ? tag : value;
    }

    private static String code(String spelling) {
        return Languages.find(spelling)
                .map(Language::code)
                .filter(spelling.strip()::equalsIgnoreCase)
                .orElseGet(() -> spelling.strip().toLowerCase(Locale.ROOT));
    }

    private static String preset(ToolCatalogue.@Nullable Tool tool, String option, String otherwise) {
        return tool == null ? otherwise : tool.options().getOrDefault(option, otherwise);
    }

    private static String or(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }

    /** All that distinguishes one submission from another, for the fingerprint of an idempotency key. */
    String canonical() {
        return String.join(
                "\n",
                tier,
                language,
                ocr,
                String.valueOf(tool),
                String.valueOf(translateTo),
                String.valueOf(pages),
                String.valueOf(password),
                String.valueOf(webhookUrl));
    }
}
