package dev.holdfast.application.access;

import java.nio.ByteBuffer;

/** The SHA-256 of a secret as a key of a map. */
record Fingerprint(long a, long b, long c, long d) {
  static Fingerprint of(String secret) {
    ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(secret));
    return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(4 * Long.BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }
}
