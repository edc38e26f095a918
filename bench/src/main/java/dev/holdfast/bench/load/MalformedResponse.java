package dev.holdfast.bench.load;

import java.io.IOException;

/** The server sent something that the generator cannot read as a response. */
final class MalformedResponse extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedResponse(String what) {
    super("The server sent " + what + "; the generator needs HTTP/1.1 with Content-Length.");
  }
}
