package dev.holdfast.server.http.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All files of the pages, in memory: some hundred kilobytes. Immutable. */
public final class WebFiles {
  private static final String FOLDER = "/dev/holdfast/web/";
  private static final String LIST = "files.txt";
  private static final String PAGE = "index.html";

  private final Map<String, WebFile> files;
  private final WebFile page;

  private WebFiles(Map<String, WebFile> files, WebFile page) {
    this.files = files;
    this.page = page;
  }

  /**
   * Reads what the build packed into the program.
   *
   * @throws IllegalStateException when the program was built without pages
   */
  public static WebFiles ofProgram() {
    Map<String, WebFile> files = new LinkedHashMap<>();
    String list = new String(required(LIST), StandardCharsets.UTF_8);
    list.lines()
        .map(line -> line.split("\t", 2))
        .forEach(line -> files.put(line[0], read(line[0], line[1])));
    WebFile page = files.remove(PAGE);
    if (page == null) {
      throw new IllegalStateException("the program was built without " + PAGE);
    }
    return new WebFiles(files, page);
  }

  private static WebFile read(String name, String type) {
    return new WebFile(type, required(name), bytes(name + ".br"), bytes(name + ".gz"));
  }

  private static byte[] required(String name) {
    byte[] bytes = bytes(name);
    if (bytes == null) {
      throw new IllegalStateException("the program was built without " + FOLDER + name);
    }
    return bytes;
  }

  private static byte @Nullable [] bytes(String name) {
    try (InputStream in = WebFiles.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The file of a path without its first slash; null when there is none. */
  @Nullable WebFile file(String name) {
    return files.get(name);
  }

  /** The one page that all pages are made from. */
  WebFile page() {
    return page;
  }

  /** Names of the files beside the page that are not in a folder. */
  Iterable<String> topNames() {
    return files.keySet().stream().filter(name -> name.indexOf('/') < 0).toList();
  }
}
