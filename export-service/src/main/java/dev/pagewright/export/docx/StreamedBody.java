package dev.pagewright.export.docx;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.exceptions.InvalidFormatException;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.wml.SectPr;

/**
 * The main part of a document, made while it is saved: each block is marshalled by itself and forgotten, so that the
 * length of a document does not matter to memory. docx4j saves a part before the parts that it relates to: what blocks
 * add to numbering, notes, links and pictures is written after them.
 */
final class StreamedBody extends MainDocumentPart {

    /** Makes the blocks of a document. */
    @FunctionalInterface
    interface Source {

        /**
         * @param body has the relationships of the blocks
         * @return the last section's properties
         */
        SectPr write(Part body, Sink sink) throws IOException;
    }

    /** Takes the blocks of a document in order. */
    @FunctionalInterface
    interface Sink {

        /** @param block an element of a body: {@link org.docx4j.wml.P}, {@link org.docx4j.wml.Tbl} */
        void add(Object block) throws IOException;
    }

    private static final XMLOutputFactory STREAMS = XMLOutputFactory.newDefaultFactory();

    private final Source source;

    StreamedBody(Source source) throws InvalidFormatException {
        this.source = source;
        setJaxbElement(Wml.MAKE.createDocument()); // or it would be looked for in a file
    }

    @Override
    public void marshal(OutputStream output) throws JAXBException {
        write(output);
    }

    @Override
    public void marshal(OutputStream output, Object prefixes) throws JAXBException {
        write(output);
    }

    private void write(OutputStream output) throws JAXBException {
        Marshaller marshaller = Context.jc.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        try {
            XMLStreamWriter xml = STREAMS.createXMLStreamWriter(output, "UTF-8");
            xml.setNamespaceContext(new KnownNamespaces());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("w", "document", KnownNamespaces.WORDPROCESSING);
            for (var namespace : KnownNamespaces.USED.entrySet()) {
                xml.writeNamespace(namespace.getValue(), namespace.getKey());
            }
            xml.writeStartElement("w", "body", KnownNamespaces.WORDPROCESSING);
            SectPr last = source.write(this, block -> marshal(marshaller, block, xml));
            marshal(marshaller, last, xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new JAXBException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void marshal(Marshaller marshaller, Object block, XMLStreamWriter xml) throws IOException {
        try {
            marshaller.marshal(block, xml);
        } catch (JAXBException e) {
            throw new IOException("a block could not be written", e);
        }
    }
}
