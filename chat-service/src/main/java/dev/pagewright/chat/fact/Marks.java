package dev.pagewright.chat.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check boxes before or after what they are for. */
public final class Marks {

    private static final Pattern BOX =
            Pattern.compile("^\\s*(?:([\\[(][xX✓✔×][\\])]|[☒☑✓✔✗✘])|([\\[(]\\s?[\\])]|[☐□]))");

    private Marks() {}

    /** Whether the box is checked that the text begins with; null where it begins with none. */
    public static @Nullable Boolean checked(String text) {
        Matcher box = BOX.matcher(text);
        return box.find() ? (Boolean) (box.group(1) != null) : null;
    }
}
