package dev.pagewright.worker.vision.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The plain text of Markdown's inline nodes; pictures and scripts apart. */
final class InlineText {

    private final StringBuilder text = new StringBuilder();
    private final List<String> images = new ArrayList<>();
    private boolean hidden;

    private InlineText() {}

    static InlineText of(Node parent) {
        var inline = new InlineText();
        inline.children(parent);
        return inline;
    }

    String text() {
        return text.toString().strip();
    }

    /** What the answer says of each picture in the text. */
    List<String> images() {
        return images;
    }

    private void children(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            child(node);
        }
    }

    private void child(Node node) {
        switch (node) {
            case HtmlInline html -> tag(html.getLiteral().toLowerCase(Locale.ROOT));
            case Image image -> images.add(of(image).text());
            case Text words -> append(words.getLiteral());
            case Code code -> append(code.getLiteral());
            case SoftLineBreak ignored -> append("\n");
            case HardLineBreak ignored -> append("\n");
            default -> children(node); // emphasis, links: their text alone
        }
    }

    private void append(String words) {
        if (!hidden) {
            text.append(words);
        }
    }

    private void tag(String tag) {
        if (tag.startsWith("<script") || tag.startsWith("<style")) {
            hidden = true;
        } else if (tag.startsWith("</script") || tag.startsWith("</style")) {
            hidden = false;
        } else if (tag.startsWith("<br")) {
            append("\n");
        }
    }
}
