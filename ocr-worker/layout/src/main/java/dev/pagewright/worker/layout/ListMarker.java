package dev.pagewright.worker.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a list item begins with.
 *
 * @param text as it stands on the page
 * @param rest of the line, without blanks at its start
 */
record ListMarker(String text, boolean ordered, String rest) {

    private static final Pattern BULLET = Pattern.compile(
            "^([•‣▪▫■□●○◦∙·⁃➢➤►▶✓✔❖◆◇✦★☐☑\\uF0B7\\uF0A7\\uF0D8*–—-]|o(?=\\s))(\\s+|(?<=[•●▪■◦\\uF0B7])(?=\\S))(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile(
            "^((?:\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\\))|(?:(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})\\.)|\\[\\d{1,3}\\]|[①-⑳])\\s+(?=\\S)");

    static Optional<ListMarker> of(String line) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.find()) {
            return Optional.of(new ListMarker(bullet.group(1), false, line.substring(bullet.end())));
        }
        Matcher number = NUMBER.matcher(line);
        if (number.find()) {
            return Optional.of(new ListMarker(number.group(1), true, line.substring(number.end())));
        }
        return Optional.empty();
    }
}
