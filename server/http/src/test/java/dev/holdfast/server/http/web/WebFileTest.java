package dev.holdfast.server.http.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebFileTest {
  private final WebFile file =
      new WebFile("text/css", "body{}".getBytes(UTF_8), "br".getBytes(UTF_8), "gz".getBytes(UTF_8));

  @Test
  void theSmallestFormThatAClientTakesIsSent() {
    assertThat(file.formFor("gzip, deflate, br, zstd").encoding()).isEqualTo("br");
    assertThat(file.formFor("gzip, deflate").encoding()).isEqualTo("gzip");
    assertThat(file.formFor("br;q=0, GZIP;q=0.5").encoding()).isEqualTo("gzip");
    assertThat(file.formFor("identity").bytes()).isEqualTo("body{}".getBytes(UTF_8));
    assertThat(file.formFor(null).encoding()).isEmpty();
  }

  @Test
  void otherBytesHaveAnotherTag() {
    WebFile other = new WebFile("text/css", "body{ }".getBytes(UTF_8), null, null);

    assertThat(other.entityTag()).isNotEqualTo(file.entityTag()).startsWith("\"").endsWith("\"");
    assertThat(other.formFor("br").encoding()).isEmpty();
  }
}
