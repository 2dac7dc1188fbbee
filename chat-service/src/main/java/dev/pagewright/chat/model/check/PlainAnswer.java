package dev.pagewright.chat.model.check;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** An answer without mark-up (CommonMark): links, pictures and HTML leave their words alone, lists a line an item. Thread-safe. */
public final class PlainAnswer {

    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern THOUGHT = Pattern.compile("(?s)<think>.*?(?:</think>|$)");
    /** What holds no words for a reader, whole. */
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|iframe|svg)\\b.*?(?:</\\1\\s*>|$)|<!--.*?(?:-->|$)");

    private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^<>]*>");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?|ftp|javascript|data|vbscript|file):[^\\s\\[]*[^\\s\\[.,;:!?]");

    private PlainAnswer() {}

    public static String of(String answer) {
        String seen = UNSEEN.matcher(THOUGHT.matcher(answer).replaceAll("")).replaceAll("");
        var plain = new Plain();
        PARSER.parse(seen).accept(plain);
        return ADDRESS.matcher(TAG.matcher(plain.text.toString()).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    private static final class Plain extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock node) {
            text.append(node.getLiteral()).append('\n');
        }

        @Override
        public void visit(IndentedCodeBlock node) {
            text.append(node.getLiteral()).append('\n');
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append('\n');
        }

        @Override
        public void visit(HtmlInline node) {
            // mark-up has no words; those between its tags are nodes of their own
        }

        @Override
        public void visit(HtmlBlock node) {
            text.append(TAG.matcher(node.getLiteral()).replaceAll("")).append('\n');
        }

        @Override
        public void visit(Image node) {
            visitChildren(node);
        }

        /** A link whose words are a number is a citation as some models write them. */
        @Override
        public void visit(Link node) {
            int start = text.length();
            visitChildren(node);
            String words = text.substring(start);
            if (!words.isEmpty() && words.chars().allMatch(Character::isDigit)) {
                text.replace(start, text.length(), "[" + words + "]");
            }
        }

        @Override
        public void visit(Paragraph node) {
            visitChildren(node);
            text.append('\n');
        }

        @Override
        public void visit(Heading node) {
            visitChildren(node);
            text.append('\n');
        }

        @Override
        public void visit(BulletList node) {
            visitChildren(node);
        }

        @Override
        public void visit(OrderedList node) {
            visitChildren(node);
        }

        @Override
        public void visit(ListItem node) {
            if (node.getParent() instanceof OrderedList list) {
                int before = siblingsBefore(node).size();
                Integer first = list.getMarkerStartNumber();
                text.append((first == null ? 1 : first) + before).append(". ");
            } else {
                text.append("- ");
            }
            visitChildren(node);
        }

        private static List<org.commonmark.node.Node> siblingsBefore(ListItem item) {
            return java.util.stream.Stream.iterate(
                            item.getPrevious(), java.util.Objects::nonNull, org.commonmark.node.Node::getPrevious)
                    .toList();
        }
    }
}
