package dev.pagewright.export.markup;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements as they come; every text and attribute is escaped, every element that was opened is closed by name.
 * Not thread-safe.
 */
public final class MarkupWriter {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    public MarkupWriter(Writer out) {
        this.out = out;
    }

    /** Writes as it is: declarations and style sheets, never what stands in a document. */
    public MarkupWriter declaration(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** @param attributes names and values in turn */
    public MarkupWriter open(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write('>');
        open.push(name);
        return this;
    }

    /** An element without content, closed in its own tag. */
    public MarkupWriter empty(String name, String... attributes) throws IOException {
        tag(name, attributes);
        out.write("/>");
        return this;
    }

    /** An element that holds text alone. */
    public MarkupWriter element(String name, String text, String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    public MarkupWriter text(String text) throws IOException {
        out.write(XmlText.escaped(text));
        return this;
    }

    public MarkupWriter close() throws IOException {
        out.write("</");
        out.write(open.pop());
        out.write('>');
        return this;
    }

    /** Closes the element, which must be the one that is open. */
    public MarkupWriter close(String name) throws IOException {
        if (!name.equals(open.peek())) {
            throw new IllegalStateException("%s is not the open element of %s".formatted(name, open));
        }
        return close();
    }

    public MarkupWriter line() throws IOException {
        out.write('\n');
        return this;
    }

    public void flush() throws IOException {
        out.flush();
    }

    private void tag(String name, String... attributes) throws IOException {
        out.write('<');
        out.write(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            out.write(XmlText.escaped(attributes[i + 1]));
            out.write('"');
        }
    }
}
