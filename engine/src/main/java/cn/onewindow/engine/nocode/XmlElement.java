package cn.onewindow.engine.nocode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** An element with its own (direct) text; {@code name} is the local name. */
final class XmlElement {

  record Attribute(String namespace, String name, String value) {}

  /** {@code reason} is the kind of the rule that the text breaks: doctype or notWellFormed. */
  static final class Refused extends Exception {
    final transient String reason;

    Refused(String reason, String message) {
      super(message);
      this.reason = reason;
    }
  }

  final String namespace;
  final String name;
  final int line;
  final int column;
  final List<Attribute> attributes = new ArrayList<>();
  final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String namespace, String name, Locator locator) {
    this.namespace = namespace;
    this.name = name;
    this.line = locator == null ? 0 : locator.getLineNumber();
    this.column = locator == null ? 0 : locator.getColumnNumber();
  }

  String text() {
    return text.toString();
  }

  String id() {
    return attributes.stream().filter(it -> it.namespace().isEmpty() && it.name().equals("id"))
        .map(Attribute::value).findFirst().orElse(null);
  }

  /** Reads a file into a tree. No DTD, no external entity. */
  static XmlElement read(byte[] bytes) throws Refused {
    TreeBuilder builder = new TreeBuilder();
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), builder);
      return builder.root;
    } catch (SAXException | IOException broken) {
      String message = String.valueOf(broken.getMessage());
      throw new Refused(message.contains("DOCTYPE") ? "doctype" : "notWellFormed", message);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class TreeBuilder extends DefaultHandler2 {
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private Locator locator;
    private XmlElement root;

    @Override
    public void setDocumentLocator(Locator documentLocator) {
      locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes source) {
      XmlElement element = new XmlElement(uri, localName, locator);
      for (int i = 0; i < source.getLength(); i++) {
        element.attributes.add(new Attribute(source.getURI(i), source.getLocalName(i), source.getValue(i)));
      }
      if (open.isEmpty()) root = element;
      else open.peek().children.add(element);
      open.push(element);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      open.pop();
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      open.peek().text.append(chars, start, length);
    }

    @Override
    public void error(SAXParseException broken) throws SAXException {
      throw broken;
    }
  }
}
