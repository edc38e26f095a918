package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.LakeTable;
import dev.holdfast.storage.lake.ParquetLake.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Joins the small files of a day, which an export that follows the ledger leaves behind: readers
 * open each file once per query.
 */
final class Compaction {
  /** So many small files of a day are joined: a day is then rewritten once in so many windows. */
  static final int SMALL_FILES = 8;

  /** Larger files stay: reading them costs more than opening them. */
  static final long SMALL_BYTES = 32L << 20;

  private final LakeFolder folder;
  private final DuckSession session;
  private final Steps steps;

  Compaction(LakeFolder folder, DuckSession session, Steps steps) {
    this.folder = folder;
    this.session = session;
    this.steps = steps;
  }

  /**
   * What took the place of what; both relative to their tables.
   *
   * @param bytes of the new files
   */
  record Joined(
      Map<LakeTable, List<String>> files, Map<LakeTable, List<String>> replaced, long bytes) {
    /** How many there are now. */
    int count() {
      return files.values().stream().mapToInt(List::size).sum();
    }
  }

  /**
   * Joins files of the days that a window has added to. The new files are named on disk and in no
   * state yet; the old ones stay.
   *
   * @param added paths of the window's files
   */
  Joined join(LakeState state, List<String> added) throws IOException, SQLException {
    Joined joined = new Joined(new EnumMap<>(LakeTable.class), new EnumMap<>(LakeTable.class), 0);
    long bytes = 0;
    List<String> named = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      for (Map.Entry<String, List<String>> day : days(state, table).entrySet()) {
        String prefix = table.label() + "/" + day.getKey() + "/";
        if (added.stream().noneMatch(path -> path.startsWith(prefix))) {
          continue;
        }
        List<String> small = small(table, day.getValue());
        if (small.size() >= SMALL_FILES) {
          String part = joinDay(state, table, day.getKey(), small);
          named.add(table.label() + "/" + part);
          joined.files.computeIfAbsent(table, any -> new ArrayList<>()).add(part);
          joined.replaced.computeIfAbsent(table, any -> new ArrayList<>()).addAll(small);
          bytes += folder.size(table.label() + "/" + part);
          steps.reached("joined " + part);
        }
      }
    }
    folder.syncFolders(named);
    return new Joined(joined.files, joined.replaced, bytes);
  }

  private static Map<String, List<String>> days(LakeState state, LakeTable table) {
    return state.of(table).stream()
        .collect(
            Collectors.groupingBy(
                part -> part.substring(0, part.lastIndexOf('/')),
                TreeMap::new,
                Collectors.toList()));
  }

  private List<String> small(LakeTable table, List<String> parts) throws IOException {
    List<String> small = new ArrayList<>();
    for (String part : parts) {
      if (folder.size(table.label() + "/" + part) < SMALL_BYTES) {
        small.add(part);
      }
    }
    return small;
  }

  private String joinDay(LakeState state, LakeTable table, String day, List<String> parts)
      throws IOException, SQLException {
    long from = parts.stream().mapToLong(part -> PartName.parse(part).from()).min().orElseThrow();
    long to = parts.stream().mapToLong(part -> PartName.parse(part).to()).max().orElseThrow();
    int number = 0;
    while (taken(state, table, day + "/" + PartName.of(from, to, number))) {
      number++;
    }
    String part = day + "/" + PartName.of(from, to, number);
    Path draft = folder.drafts().resolve("joined.parquet");
    Files.createDirectories(folder.drafts());
    Files.deleteIfExists(draft);
    String sources =
        parts.stream()
            .map(each -> DuckSession.quoted(folder.root().resolve(table.label()).resolve(each)))
            .collect(Collectors.joining(", "));
    session.execute(
        "copy (select * from read_parquet(["
            + sources
            + "], hive_partitioning = false, union_by_name = true) order by "
            + String.join(", ", table.key())
            + ") to "
            + DuckSession.quoted(draft)
            + " (format parquet, compression zstd)");
    folder.name(draft, table.label() + "/" + part);
    return part;
  }

  private static boolean taken(LakeState state, LakeTable table, String part) {
    return state.of(table).contains(part)
        || state.retired().containsKey(table.label() + "/" + part);
  }
}
