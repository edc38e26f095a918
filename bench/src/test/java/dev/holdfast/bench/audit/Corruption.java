package dev.holdfast.bench.audit;

import java.util.List;

/**
 * Something that goes wrong behind the program's back.
 *
 * @param name what goes wrong
 * @param promise the title of the check that must find it
 * @param line what the line about it must say
 * @param sql how it is done, by the database's owner
 */
record Corruption(String name, String promise, String line, List<String> sql) {
  static Corruption of(String name, String promise, String line, String... sql) {
    return new Corruption(name, promise, line, List.of(sql));
  }

  @Override
  public String toString() {
    return name;
  }
}
