package communique.standalone.sample;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes articles as RSS 2.0. */
final class SampleFeed {
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

    private SampleFeed() {}

    static String of(
            List<SampleArticle> articles,
            Function<SampleArticle, Instant> time,
            Function<SampleArticle, String> address) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("content", CONTENT);
            xml.writeStartElement("channel");
            element(xml, "title", "Communique sample news");
            element(xml, "link", "http://127.0.0.1/");
            element(xml, "description", "Invented articles for demonstration");
            for (SampleArticle article : articles) {
                item(xml, article, time.apply(article), address.apply(article));
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void item(XMLStreamWriter xml, SampleArticle article, Instant time, String address)
            throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "title", article.title());
        element(xml, "link", address);
        element(xml, "guid", address);
        element(xml, "pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
        xml.writeStartElement("source");
        xml.writeAttribute("url", "http://127.0.0.1/" + article.country());
        xml.writeCharacters(article.outlet());
        xml.writeEndElement();
        xml.writeStartElement("content", "encoded", CONTENT);
        xml.writeCharacters(SamplePage.paragraphs(article.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
