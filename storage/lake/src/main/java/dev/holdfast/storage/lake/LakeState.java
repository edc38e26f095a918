package dev.holdfast.storage.lake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.storage.api.LakeTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What belongs to a lake: the only truth of it, {@code _holdfast/state.json}. A file that it does
 * not name is a leftover, whatever is in it. Immutable.
 *
 * @param format 1
 * @param installation the database that the facts came from
 * @param client the only client whose facts are here; empty when it is every client's
 * @param mark up to where facts are in the files
 * @param asOf everything committed before this is in the files
 * @param files by the name of their table, relative to its folder
 * @param retired that were joined into others: by path from the lake, when, epoch seconds
 */
record LakeState(
    int format,
    String installation,
    String client,
    long mark,
    String asOf,
    Map<String, Set<String>> files,
    Map<String, Long> retired) {
  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Copies the maps, sorted so that two states can be compared by eye. */
  LakeState {
    Map<String, Set<String>> sorted = new LinkedHashMap<>();
    for (LakeTable table : LakeTable.values()) {
      sorted.put(table.label(), new TreeSet<>(files.getOrDefault(table.label(), Set.of())));
    }
    files = sorted;
    retired = new TreeMap<>(retired);
  }

  /** Of a folder in which nothing is yet. */
  static LakeState empty(String installation, String client) {
    return new LakeState(
        FORMAT, installation, client, 0, Instant.EPOCH.toString(), Map.of(), Map.of());
  }

  /** The files of a table, relative to its folder. */
  Set<String> of(LakeTable table) {
    return files.getOrDefault(table.label(), Set.of());
  }

  /** Every file with the folder of its table in front. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      of(table).forEach(file -> paths.add(table.label() + "/" + file));
    }
    return paths;
  }

  /** The same up to another mark. */
  LakeState at(long newMark, String newAsOf) {
    return new LakeState(format, installation, client, newMark, newAsOf, files, retired);
  }

  /** The same with more files of a table. */
  LakeState with(LakeTable table, Collection<String> parts) {
    Map<String, Set<String>> more = new TreeMap<>(files);
    Set<String> all = new TreeSet<>(of(table));
    all.addAll(parts);
    more.put(table.label(), all);
    return new LakeState(format, installation, client, mark, asOf, more, retired);
  }

  /** The same without files of a table, which are remembered as retired. */
  LakeState retiring(LakeTable table, Collection<String> parts, long now) {
    Map<String, Set<String>> less = new TreeMap<>(files);
    Set<String> left = new TreeSet<>(of(table));
    left.removeAll(parts);
    less.put(table.label(), left);
    Map<String, Long> gone = new TreeMap<>(retired);
    parts.forEach(part -> gone.put(table.label() + "/" + part, now));
    return new LakeState(format, installation, client, mark, asOf, less, gone);
  }

  /** The same without what was retired before. */
  LakeState forgetting(long before) {
    Map<String, Long> kept = new TreeMap<>(retired);
    kept.values().removeIf(at -> at < before);
    return new LakeState(format, installation, client, mark, asOf, files, kept);
  }

  byte[] write() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JacksonException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is no state of this format
   */
  static LakeState read(byte[] json) {
    try {
      LakeState state = JSON.readValue(json, LakeState.class);
      if (state.format != FORMAT) {
        throw new IllegalArgumentException("format " + state.format + " instead of " + FORMAT);
      }
      return state;
    } catch (IOException malformed) {
      throw new IllegalArgumentException("no state of a lake", malformed);
    }
  }
}
