package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.FactLake.Draft;
import dev.holdfast.storage.api.FactLake.Written;
import dev.holdfast.storage.api.LakeTable;
import dev.holdfast.storage.lake.ParquetLake.DraftFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A window in DuckDB's tables until it becomes files, one per table, client and day. */
final class ParquetDraft implements Draft {
  private final ParquetLake lake;
  private final DuckSession session;
  private final Map<LakeTable, DuckTable> tables = new EnumMap<>(LakeTable.class);

  ParquetDraft(ParquetLake lake, DuckSession session) throws SQLException {
    this.lake = lake;
    this.session = session;
    for (LakeTable table : LakeTable.values()) {
      tables.put(table, DuckTable.create(session, table.label(), table.columns()));
    }
  }

  @Override
  public void add(LakeTable table, List<? extends @Nullable Object> row) {
    try {
      Objects.requireNonNull(tables.get(table), "finished already").add(row);
    } catch (SQLException failed) {
      throw lake.cannot(failed);
    }
  }

  @Override
  public Written finish(long to, Instant asOf) {
    if (to <= lake.mark()) {
      throw new IllegalArgumentException(to + " does not lead on from " + lake.mark());
    }
    try {
      List<DraftFile> drafts = new ArrayList<>();
      long rows = 0;
      for (Map.Entry<LakeTable, DuckTable> each : tables.entrySet()) {
        each.getValue().close();
        if (each.getValue().rows() > 0) {
          rows += each.getValue().rows();
          drafts.addAll(write(each.getKey(), to));
          lake.reached("wrote " + each.getKey().label());
        }
      }
      return lake.settle(to, asOf, drafts, rows);
    } catch (IOException | SQLException failed) {
      throw lake.cannot(failed);
    } finally {
      close();
    }
  }

  /** In the order of client, day and key, so that readers skip what they do not want. */
  private List<DraftFile> write(LakeTable table, long to) throws IOException, SQLException {
    Path folder = lake.drafts().resolve(table.label());
    LakeFolder.deleteAll(folder);
    Files.createDirectories(folder);
    session.execute(
        "copy (select * from "
            + table.label()
            + " order by client, day, "
            + String.join(", ", table.key())
            + ") to "
            + DuckSession.quoted(folder)
            + " (format parquet, compression zstd, partition_by (client, day),"
            + " write_partition_columns true)");
    try (Stream<Path> inside = Files.walk(folder)) {
      Map<Path, Integer> seen = new HashMap<>();
      return inside
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> named(table, folder, file, number(folder, file, seen), to))
          .collect(Collectors.toList());
    }
  }

  /** DuckDB may write several files of one day; the second and later ones are numbered. */
  private static int number(Path folder, Path file, Map<Path, Integer> seen) {
    return seen.merge(folder.relativize(file).getParent(), 1, Integer::sum) - 1;
  }

  private DraftFile named(LakeTable table, Path folder, Path file, int number, long to) {
    String partition = folder.relativize(file.getParent()).toString().replace('\\', '/');
    return new DraftFile(table, file, partition + "/" + PartName.of(lake.mark(), to, number));
  }

  /** The rows are forgotten; files without a name are removed when the lake is opened again. */
  @Override
  public void close() {
    try {
      for (DuckTable table : tables.values()) {
        table.close();
      }
      tables.clear();
    } catch (SQLException failed) {
      throw lake.cannot(failed);
    }
  }
}
