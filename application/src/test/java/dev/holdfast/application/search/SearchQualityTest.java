package dev.holdfast.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoCompany;
import dev.holdfast.demo.DemoSku;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether people find what they mean among the demo company's SKUs. */
class SearchQualityTest {
  /** Of a hundred questions; what is missing is listed when it gets worse. */
  private static final int FIRST_PERCENT = 96;

  private static final int FIRST_FIVE_PERCENT = 98;

  /** A line of the table. */
  private record Question(String text, String meant) {
    boolean isMetBy(DemoSku sku) {
      return sku.code().startsWith(meant) || sku.name().contains(meant);
    }
  }

  @Test
  void peopleFindWhatTheyMean() throws IOException {
    DemoClient harbor = DemoCompany.create().clients().getFirst();
    List<Question> questions = questions();
    List<String> missed = new ArrayList<>();
    int first = 0;
    int firstFive = 0;
    try (SearchStand stand = new SearchStand(IndexPlace.memory())) {
      stand.picture("demo", harbor.skus().stream().map(this::told).toArray(FeedSku[]::new));
      stand.settle();
      for (Question question : questions) {
        List<DemoSku> found =
            stand.find(SearchStand.HARBOR, question.text).stream()
                .map(id -> harbor.skus().get(id.intValue() - 1))
                .toList();
        boolean top = !found.isEmpty() && question.isMetBy(found.getFirst());
        first += top ? 1 : 0;
        firstFive += found.stream().limit(5).anyMatch(question::isMetBy) ? 1 : 0;
        if (!top) {
          missed.add(question.text + " -> " + found.stream().map(DemoSku::name).limit(5).toList());
        }
      }
    }
    assertThat(questions).hasSizeGreaterThan(40);
    assertThat(100 * first / questions.size())
        .as("not first:%n%s", String.join("\n", missed))
        .isGreaterThanOrEqualTo(FIRST_PERCENT);
    assertThat(100 * firstFive / questions.size())
        .as("not first:%n%s", String.join("\n", missed))
        .isGreaterThanOrEqualTo(FIRST_FIVE_PERCENT);
  }

  private FeedSku told(DemoSku sku) {
    Sku.Size size = new Sku.Size(0, 0, 0, 0);
    String category = sku.category().code();
    Sku same =
        new Sku(sku.code(), sku.name(), sku.barcodes(), "each", new Scale(0), size, category);
    return new FeedSku(Long.parseLong(sku.code().substring(3)), SearchStand.HARBOR, same);
  }

  private static List<Question> questions() throws IOException {
    try (InputStream table = SearchQualityTest.class.getResourceAsStream("questions.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .map(cells -> new Question(cells[0], cells[1]))
          .toList();
    }
  }
}
