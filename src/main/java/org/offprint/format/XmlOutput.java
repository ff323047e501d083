package org.offprint.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** Prints XML as it is: white space inside an entry belongs to the author. */
final class XmlOutput {
  private XmlOutput() {}

  static byte[] write(Document document) {
    Format format = Format.getRawFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX);
    // UTF-8 has every character: no reference is needed for those beyond the basic plane.
    format.setEscapeStrategy(character -> false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new XMLOutputter(format).output(document, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
