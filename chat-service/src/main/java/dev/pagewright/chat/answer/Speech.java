package dev.pagewright.chat.answer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few words that answers themselves need, in the question's language. */
public enum Speech {
    ENGLISH(
            "en",
            "The document does not say.",
            "p.",
            "the of is was are what how which who when where does did and for in to"),
    GERMAN(
            "de",
            "Das steht nicht im Dokument.",
            "S.",
            "der die das den dem und ist war wie was wer wann wo welche welcher welches nicht mit für von im zu hoch viel"),
    FRENCH(
            "fr",
            "Le document ne le dit pas.",
            "p.",
            "le la les des du est était quel quelle quels quelles qui que combien où quand pour dans et un une sur à"),
    SPANISH(
            "es",
            "El documento no lo dice.",
            "pág.",
            "el la los las del es fue cuál cuáles qué quién cuánto cuánta cuándo dónde para en y un una por cual que"),
    ITALIAN(
            "it",
            "Il documento non lo dice.",
            "pag.",
            "il lo gli della del è era qual quale quali chi che quanto quando dove per nel e un una di"),
    PORTUGUESE(
            "pt",
            "O documento não o diz.",
            "pág.",
            "o os as da do dos é foi qual quais quem que quanto quando onde para em e um uma não"),
    DUTCH(
            "nl",
            "Dat staat niet in het document.",
            "blz.",
            "de het een is was wat wie welke hoe hoeveel wanneer waar voor van en in"),
    RUSSIAN("ru", "В документе об этом не сказано.", "с.", ""),
    CHINESE("zh", "文档中没有说明。", "第", ""),
    JAPANESE("ja", "文書には記載がありません。", "p.", ""),
    KOREAN("ko", "문서에 나와 있지 않습니다.", "p.", ""),
    ARABIC("ar", "لا يذكر المستند ذلك.", "ص", "");

    /** What the document's own language counts: as a small word and a half. */
    private static final double LIKELY = 1.5;

    private final String code;
    private final String refusal;
    private final String page;
    private final String words;

    Speech(String code, String refusal, String page, String words) {
        this.code = code;
        this.refusal = refusal;
        this.page = page;
        this.words = " " + words + " ";
    }

    public String refusal() {
        return refusal;
    }

    /** A page as this language names it. */
    public String page(int number) {
        return this == CHINESE ? "第" + number + "页" : page + " " + number;
    }

    /**
     * The language of a text: by its script, or by its small words.
     *
     * @param document ISO 639 code of the document's, which settles what the text leaves open
     */
    public static Speech of(String text, String document) {
        Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
        if (scripts.containsKey(Character.UnicodeScript.HIRAGANA)
                || scripts.containsKey(Character.UnicodeScript.KATAKANA)) {
            return JAPANESE;
        }
        Character.UnicodeScript most = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Character.UnicodeScript.LATIN);
        return switch (most) {
            case HAN -> CHINESE;
            case HANGUL -> KOREAN;
            case ARABIC -> ARABIC;
            case CYRILLIC -> RUSSIAN;
            default -> latin(text, document);
        };
    }

    private static Speech latin(String text, String document) {
        List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
        Speech best = ENGLISH;
        double most = 0;
        for (Speech speech : values()) {
            double likely = speech.code.equals(document) ? LIKELY : 0;
            double known = likely
                    + words.stream()
                            .filter(word -> speech.words.contains(" " + word + " "))
                            .count();
            if (known > most) {
                most = known;
                best = speech;
            }
        }
        return best;
    }
}
