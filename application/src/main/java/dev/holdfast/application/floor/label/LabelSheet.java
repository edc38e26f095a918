package dev.holdfast.application.floor.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Draws labels of 4 by 6 inches, one page each, with the tracking number as a Code 128 barcode. The
 * font (Liberation Sans, Latin, Greek and Cyrillic) is part of the file, so that every printer has
 * it. For one thread; lengths are points, 72 to the inch.
 */
final class LabelSheet {
  private static final PDRectangle PAGE = new PDRectangle(288, 432);
  private static final float MARGIN = 14;
  private static final float WIDTH = PAGE.getWidth() - 2 * MARGIN;
  private static final float LEADING = 1.25f;
  private static final float BARCODE_HEIGHT = 76;

  /** What a reader needs to be white beside the bars, in modules (ISO 15417: 10). */
  private static final int QUIET_MODULES = 10;

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDFont font;
  private final PDPageContentStream page;
  private float y;

  private LabelSheet(PDFont font, PDPageContentStream page) {
    this.font = font;
    this.page = page;
  }

  /** The labels as one PDF, in order. At least one. */
  static byte[] pdf(List<LabelText> labels) {
    try (PDDocument document = new PDDocument();
        InputStream ttf = PDDocument.class.getResourceAsStream(FONT)) {
      if (ttf == null) {
        throw new IllegalStateException("the font of the labels is missing: " + FONT);
      }
      PDFont font = PDType0Font.load(document, ttf, true);
      for (LabelText label : labels) {
        PDPage page = new PDPage(PAGE);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          new LabelSheet(font, content).draw(label);
        }
      }
      document.getDocumentInformation().setTitle("Labels " + labels.getFirst().number());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void draw(LabelText label) throws IOException {
    y = PAGE.getHeight() - MARGIN;
    float right = width(label.carton(), 11);
    line(fitted(label.carrier(), 24, WIDTH - right - 8), 24, MARGIN);
    write(label.carton(), 11, MARGIN + WIDTH - right, y);
    line(fitted(label.service(), 13, WIDTH), 13, MARGIN);
    rule();
    paragraph("From", label.from(), 8, 4);
    rule();
    paragraph("To", label.to(), 13, 5);
    line(fitted(label.place(), 20, WIDTH), 20, MARGIN);
    rule();
    barcode(label.number());
    String spaced = grouped(label.number());
    line(spaced, 14, MARGIN + (WIDTH - width(spaced, 14)) / 2);
    rule();
    for (String note : label.notes()) {
      line(fitted(note, 8, WIDTH), 8, MARGIN);
    }
  }

  private void paragraph(String title, List<String> texts, float size, int most)
      throws IOException {
    line(title, 7, MARGIN);
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> lines.addAll(wrapped(printable(text), size)));
    for (String one : lines.subList(0, Math.min(most, lines.size()))) {
      line(fitted(one, size, WIDTH), size, MARGIN);
    }
  }

  private void rule() throws IOException {
    y -= 6;
    page.setLineWidth(0.75f);
    page.moveTo(MARGIN, y);
    page.lineTo(MARGIN + WIDTH, y);
    page.stroke();
    y -= 3;
  }

  private void line(String text, float size, float x) throws IOException {
    y -= size * LEADING;
    write(text, size, x, y);
  }

  private void write(String text, float size, float x, float baseline) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, baseline);
    page.showText(printable(text));
    page.endText();
  }

  private void barcode(String number) throws IOException {
    BitMatrix bars = new Code128Writer().encode(number, BarcodeFormat.CODE_128, 1, 1);
    int modules = 0;
    int first = -1;
    for (int x = 0; x < bars.getWidth(); x++) {
      if (bars.get(x, 0)) {
        first = first < 0 ? x : first;
        modules = x - first + 1;
      }
    }
    float module = WIDTH / (modules + 2 * QUIET_MODULES);
    float left = MARGIN + QUIET_MODULES * module;
    y -= BARCODE_HEIGHT + 6;
    int from = 0;
    while (from < modules) {
      boolean dark = bars.get(first + from, 0);
      int to = from;
      while (to < modules && bars.get(first + to, 0) == dark) {
        to++;
      }
      if (dark) {
        page.addRect(left + from * module, y, (to - from) * module, BARCODE_HEIGHT);
      }
      from = to;
    }
    page.fill();
  }

  /** Four by four, as people read it to each other. */
  private static String grouped(String number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      text.append(i > 0 && i % 4 == 0 ? " " : "").append(number.charAt(i));
    }
    return text.toString();
  }

  private List<String> wrapped(String text, float size) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text, cut where it would not fit. */
  private String fitted(String text, float size, float room) {
    String printable = printable(text);
    if (width(printable, size) <= room) {
      return printable;
    }
    int end = printable.length();
    while (end > 0 && width(printable.substring(0, end) + "…", size) > room) {
      end--;
    }
    return printable.substring(0, end) + "…";
  }

  private float width(String text, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** With a question mark for each character that the font does not have. */
  private String printable(String text) {
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints().forEach(point -> known.append(has(point) ? Character.toString(point) : "?"));
    return known.toString();
  }

  private boolean has(int point) {
    try {
      font.encode(Character.toString(point));
      return !Character.isISOControl(point);
    } catch (IllegalArgumentException | IOException unknown) {
      return false;
    }
  }
}
