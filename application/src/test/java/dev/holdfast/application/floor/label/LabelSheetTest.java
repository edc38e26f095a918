package dev.holdfast.application.floor.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import dev.holdfast.domain.fulfilment.TrackingNumber;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LabelSheetTest {
  /** What cheap label printers print. */
  private static final int PRINTER_DPI = 203;

  private static LabelText label(int carton, String name, String... address) {
    String number = TrackingNumber.of(new UUID(7, 9), carton).text();
    List<String> to = new ArrayList<>(List.of(name));
    to.addAll(List.of(address));
    return new LabelText(
        "Northline",
        "Ground",
        "Carton " + (carton + 1) + " of 2",
        List.of("Reno (FC-RNO)", "1 Dock Street, Reno NV"),
        to,
        "98101  US",
        number,
        List.of("Order A-1001", "Carton M, 300 x 200 x 150 mm, 1840 g"));
  }

  @Test
  void aScannerReadsEachLabelAsItIsPrinted() throws Exception {
    byte[] pdf =
        LabelSheet.pdf(
            List.of(
                label(0, "Zoë Łukasiewicz", "742 Evergreen Terrace\tApt. 5"),
                label(1, "王小明 Ω Жук", "x".repeat(400), "one two three ".repeat(60))));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < 2; page++) {
        BufferedImage image = renderer.renderImageWithDPI(page, PRINTER_DPI);
        assertThat(image.getWidth()).isBetween(811, 813);
        assertThat(scan(image).getText()).isEqualTo(TrackingNumber.of(new UUID(7, 9), page).text());
      }
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Zoë Łukasiewicz", "??? Ω Жук", "Carton 2 of 2", "98101  US", "Order A-1001");
    }
  }

  private static Result scan(BufferedImage image) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new Code128Reader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
  }
}
