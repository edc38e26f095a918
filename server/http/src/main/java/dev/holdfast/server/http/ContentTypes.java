package dev.holdfast.server.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a Content-Type header says. */
public final class ContentTypes {
  private ContentTypes() {}

  /**
   * Whether a header names a media type, with UTF-8 as its character set where it names one at all.
   *
   * @param mediaType in small letters
   */
  public static boolean isUtf8(@Nullable String header, String mediaType) {
    if (header == null || header.equals(mediaType)) {
      return header != null;
    }
    String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals(mediaType)) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("charset=")
          && !parameter.substring("charset=".length()).replace("\"", "").equals("utf-8")) {
        return false;
      }
    }
    return true;
  }
}
