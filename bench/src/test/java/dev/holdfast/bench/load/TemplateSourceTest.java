package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateSourceTest {

  @Test
  void requestsAreDealtOutEvenlyAndTheSameInEveryRun() {
    int templates = 100;
    TemplateSource source = source(templates);
    TemplateSource again = source(templates);
    int[] counts = new int[templates];
    for (long number = 0; number < 100_000; number++) {
      assertThat(again.template(number)).isEqualTo(source.template(number));
      counts[source.template(number)]++;
    }
    assertThat(IntStream.of(counts).min().orElseThrow()).isGreaterThan(800);
    assertThat(IntStream.of(counts).max().orElseThrow()).isLessThan(1_200);
  }

  private static TemplateSource source(int templates) {
    RequestTemplate one = RequestTemplate.get(URI.create("http://127.0.0.1:1"), "/");
    return new TemplateSource(
        List.copyOf(IntStream.range(0, templates).mapToObj(n -> one).toList()));
  }
}
