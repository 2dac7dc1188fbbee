package dev.pagewright.worker.layout.table;

import java.util.regex.Pattern;

/** How captions of tables and figures begin. */
public final class Captions {

    private static final Pattern START = Pattern.compile(
            "^(?:(?:table|tab\\.?|figure|fig\\.?|exhibit|chart|box|scheme|plate|listing|algorithm|tabelle|abbildung|abb\\.?|tableau"
                    + "|tabla|cuadro|figura|tabela|quadro|tabella|tabel|figuur|afbeelding|tabell|таблица|рисунок|рис\\.?)"
                    + "\\s*(?:[A-Z]{1,2}[-–.]?)?(?:\\d+|#|[IVXL]+\\b)(?:[-–.](?:\\d+|#))*[a-z]?(?!\\w)|[表図图]\\s*\\d+).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private Captions() {}

    /** Whether a text begins as a caption does: the kind of thing and its number, which may be folded to {@code #}. */
    public static boolean begins(String text) {
        return START.matcher(text.strip()).matches();
    }
}
