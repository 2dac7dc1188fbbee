package dev.pagewright.export.testing;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Reads XML with the JDK's parser, which takes nothing that is malformed. */
public final class XmlReading {

    private XmlReading() {}

    public static Document parse(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }
}
