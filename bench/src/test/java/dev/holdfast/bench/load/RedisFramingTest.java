package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedisFramingTest {
  private static final String TWO = "*2\r\n$3\r\nabc\r\n$11\r\n{\"a\":\"\r\n\"} \r\n";

  private final RedisFraming framing = new RedisFraming();

  @Test
  void everyPrefixIsIncompleteAndTheWholeEndsAtItsEnd() throws IOException {
    byte[] bytes = bytes(TWO);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(framing.end(bytes, 0, length)).isEqualTo(-1);
    }
    assertThat(framing.end(bytes, 0, bytes.length)).isEqualTo(bytes.length);
  }

  @Test
  void aMissingKeyIsAFailure() {
    byte[] bytes = bytes("*2\r\n$3\r\nabc\r\n$-1\r\n");

    assertThatThrownBy(() -> framing.end(bytes, 0, bytes.length)).hasMessageContaining("lacks");
  }

  @Test
  void anErrorIsAFailureAndShown() {
    byte[] bytes = bytes("-ERR unknown command\r\n");

    assertThatThrownBy(() -> framing.end(bytes, 0, bytes.length))
        .hasMessageContaining("ERR unknown command");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
