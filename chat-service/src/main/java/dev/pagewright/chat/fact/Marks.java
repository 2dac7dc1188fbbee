package dev.pagewright.chat.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check boxes before or after what they are for. */
public final class Marks {

    private static final String ANY = "(?:([\\[(][xX✓✔×][\\])]|[☒☑✓✔✗✘])|([\\[(]\\s?[\\])]|[☐□]))";
    private static final Pattern BOX = Pattern.compile("^\\s*" + ANY);
    private static final Pattern BOXES = Pattern.compile(ANY);

    private Marks() {}

    /** Whether the box is checked that the text begins with; null where it begins with none. */
    public static @Nullable Boolean checked(String text) {
        Matcher box = BOX.matcher(text);
        return box.find() ? (Boolean) (box.group(1) != null) : null;
    }

    /** What stands after each checked box of a line that offers several; none where it offers fewer than two. */
    public static List<String> chosen(String text) {
        List<String> chosen = new ArrayList<>();
        Matcher box = BOXES.matcher(text);
        int boxes = 0;
        while (box.find()) {
            boxes++;
            if (box.group(1) != null) {
                Matcher next = BOXES.matcher(text);
                int end = next.find(box.end()) ? next.start() : text.length();
                chosen.add(text.substring(box.end(), end).strip());
            }
        }
        return boxes < 2 ? List.of() : chosen;
    }
}
