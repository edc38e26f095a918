package dev.holdfast.storage.lake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file: the marks that its facts lie between.
 *
 * @param from exclusive of what lies before it
 * @param to larger than {@code from}
 * @param number of files with the same marks and day, from 0
 */
record PartName(long from, long to, int number) {
  private static final Pattern FORM = Pattern.compile("part-(\\d+)-(\\d+)(?:-(\\d+))?\\.parquet");

  static String of(long from, long to, int number) {
    return new PartName(from, to, number).toString();
  }

  /** Reads the last part of a path. */
  static PartName parse(String path) {
    Matcher name = FORM.matcher(path.substring(path.lastIndexOf('/') + 1));
    if (!name.matches()) {
      throw new IllegalArgumentException("no file of a lake: " + path);
    }
    return new PartName(
        Long.parseLong(name.group(1)),
        Long.parseLong(name.group(2)),
        name.group(3) == null ? 0 : Integer.parseInt(name.group(3)));
  }

  @Override
  public String toString() {
    return "part-" + from + "-" + to + (number == 0 ? "" : "-" + number) + ".parquet";
  }
}
