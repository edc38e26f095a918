package dev.holdfast.server.http.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file of the pages, as it is and compressed. Its arrays must not be changed. */
final class WebFile {
  private static final int TAG_BYTES = 9;

  private final String type;
  private final String entityTag;
  private final byte[] plain;
  private final byte @Nullable [] brotli;
  private final byte @Nullable [] gzip;

  /**
   * @param type its content type
   * @param brotli the same compressed (RFC 7932); null where that does not pay
   * @param gzip the same compressed (RFC 1952); null where that does not pay
   */
  WebFile(String type, byte[] plain, byte @Nullable [] brotli, byte @Nullable [] gzip) {
    this.type = type;
    this.entityTag = tag(plain);
    this.plain = plain;
    this.brotli = brotli;
    this.gzip = gzip;
  }

  /** One form of a file. */
  static final class Form {
    private final String encoding;
    private final byte[] bytes;

    Form(String encoding, byte[] bytes) {
      this.encoding = encoding;
      this.bytes = bytes;
    }

    /** The name of its compression; empty for none. */
    String encoding() {
      return encoding;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  String type() {
    return type;
  }

  /** Another one for other bytes, quoted. */
  String entityTag() {
    return entityTag;
  }

  /** The smallest form that a client takes, by its header {@code Accept-Encoding}. */
  Form formFor(@Nullable String accepted) {
    if (accepted != null && brotli != null && accepts(accepted, "br")) {
      return new Form("br", brotli);
    }
    if (accepted != null && gzip != null && accepts(accepted, "gzip")) {
      return new Form("gzip", gzip);
    }
    return new Form("", plain);
  }

  private static boolean accepts(String accepted, String encoding) {
    for (String offer : accepted.split(",", -1)) {
      String[] parts = offer.strip().split(";", 2);
      boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0{0,3})?");
      if (parts[0].strip().equalsIgnoreCase(encoding)) {
        return !refused;
      }
    }
    return false;
  }

  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
