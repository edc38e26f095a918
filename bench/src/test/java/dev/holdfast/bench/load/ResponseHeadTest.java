package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseHeadTest {
  private final ResponseHead head = new ResponseHead();

  @Test
  void statusAndLengthAreReadInAnyCaseAndOrder() throws Exception {
    String text = "HTTP/1.1 409 Conflict\r\nServer: x\r\nCONTENT-Length:  17\r\nEtag: c\r\n\r\n";

    assertThat(head.parse(bytes(text))).isTrue();

    assertThat(head.status()).isEqualTo(409);
    assertThat(head.bodyStart()).isEqualTo(text.length());
    assertThat(head.bodyLength()).isEqualTo(17);
    assertThat(head.totalLength()).isEqualTo(text.length() + 17);
  }

  @Test
  void aHeadIsIncompleteUntilItsEmptyLine() throws Exception {
    String text = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n";
    for (int length = 0; length < text.length(); length++) {
      assertThat(head.parse(bytes(text.substring(0, length)))).as("%d bytes", length).isFalse();
    }
    assertThat(head.parse(bytes(text))).isTrue();
  }

  @Test
  void noContentNeedsNoLength() throws Exception {
    assertThat(head.parse(bytes("HTTP/1.1 204 No Content\r\n\r\n"))).isTrue();
    assertThat(head.bodyLength()).isZero();
  }

  @Test
  void anAnswerThatTheGeneratorCannotReadIsNamed() {
    assertThatThrownBy(
            () -> head.parse(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")))
        .isInstanceOf(MalformedResponse.class)
        .hasMessageContaining("chunked");
    assertThatThrownBy(() -> head.parse(bytes("HTTP/1.1 200 OK\r\n\r\n")))
        .hasMessageContaining("without Content-Length");
    assertThatThrownBy(() -> head.parse(bytes("SSH-2.0-OpenSSH_9.6\r\n\r\n")))
        .hasMessageContaining("without a status");
  }

  private static ByteBuffer bytes(String text) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(512);
    return buffer.put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
