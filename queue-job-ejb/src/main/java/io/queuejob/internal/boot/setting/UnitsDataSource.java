package io.queuejob.internal.boot.setting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The data source of the application's own data, as its persistence units name it: who names none
 * for the jobs means that one.
 */
final class UnitsDataSource {

  private static final String FILE = "META-INF/persistence.xml";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private UnitsDataSource() {}

  /**
   * What all units that a class loader sees agree upon; empty if they name none, or more than one,
   * or a name that the server fills in.
   */
  static Optional<String> of(ClassLoader loader) {
    Set<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(FILE))) {
        try (InputStream file = url.openStream()) {
          NodeList found =
              parser().parse(new InputSource(file)).getElementsByTagNameNS("*", "jta-data-source");
          for (int i = 0; i < found.getLength(); i++) {
            names.add(found.item(i).getTextContent().strip());
          }
        }
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      // the server says better what is wrong with the file
      return Optional.empty();
    }
    names.remove("");
    return names.size() == 1
        ? names.stream().filter(name -> !name.contains("${")).findFirst()
        : Optional.empty();
  }

  private static DocumentBuilder parser() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(NO_DOCTYPE, true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    parser.setErrorHandler(null);
    return parser;
  }
}
