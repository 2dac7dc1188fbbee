package dev.pagewright.export.docx;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import org.jspecify.annotations.Nullable;

/**
 * Says of every namespace that it is declared already. JAXB would otherwise declare each of the hundred that docx4j
 * knows on every paragraph; those that are written are declared once, on the document. Not thread-safe.
 */
final class KnownNamespaces implements NamespaceContext {

    static final String WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Of the elements and attributes that are written, with their usual prefixes. */
    static final Map<String, String> USED = Map.of(
            WORDPROCESSING,
            "w",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "r",
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "wp",
            "http://schemas.openxmlformats.org/drawingml/2006/main",
            "a",
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
            "pic");

    private final Map<String, String> others = new HashMap<>();

    @Override
    public @Nullable String getPrefix(String uri) {
        if (uri.isEmpty()) {
            return null;
        }
        if (uri.equals(XMLConstants.XML_NS_URI)) {
            return XMLConstants.XML_NS_PREFIX;
        }
        String used = USED.get(uri);
        return used != null ? used : others.computeIfAbsent(uri, unused -> "unused" + others.size());
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return USED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(prefix))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(XMLConstants.NULL_NS_URI);
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
        String prefix = getPrefix(uri);
        return prefix == null
                ? Collections.emptyIterator()
                : Collections.singleton(prefix).iterator();
    }
}
