package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpFramingTest {
  private static final String ONE =
      "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\ncontent-length: 5\r\n\r\nhello";

  private final HttpFraming framing = new HttpFraming();

  @Test
  void everyPrefixIsIncompleteAndTheWholeEndsAtItsEnd() throws IOException {
    byte[] bytes = bytes(ONE);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(framing.end(bytes, 0, length)).isEqualTo(-1);
    }
    assertThat(framing.end(bytes, 0, bytes.length)).isEqualTo(bytes.length);
  }

  @Test
  void theNextAnswerBeginsWhereTheFirstEnds() throws IOException {
    byte[] bytes = bytes(ONE + ONE);

    int first = framing.end(bytes, 0, bytes.length);

    assertThat(first).isEqualTo(bytes.length / 2);
    assertThat(framing.end(bytes, first, bytes.length)).isEqualTo(bytes.length);
  }

  @Test
  void anotherStatusIsAFailureAndShown() {
    byte[] bytes = bytes("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");

    assertThatThrownBy(() -> framing.end(bytes, 0, bytes.length)).hasMessageContaining("503 No");
  }

  @Test
  void anAnswerWithoutALengthIsAFailure() {
    byte[] bytes = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

    assertThatThrownBy(() -> framing.end(bytes, 0, bytes.length))
        .isInstanceOf(MalformedResponse.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
