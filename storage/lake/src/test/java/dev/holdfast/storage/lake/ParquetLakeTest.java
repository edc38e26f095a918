package dev.holdfast.storage.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.storage.api.FactLake.Draft;
import dev.holdfast.storage.api.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetLakeTest {
  private static final Instant NOON = Instant.parse("2026-11-20T20:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final InstantSource LATER = InstantSource.fixed(NOON.plusSeconds(7_200));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir private Path folder;

  /** The machine stops. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Stops at its so many-th step. */
  private static final class StopAt implements ParquetLake.Steps {
    private final List<String> passed;
    private int left;

    StopAt(int left, List<String> passed) {
      this.left = left;
      this.passed = passed;
    }

    @Override
    public void reached(String step) {
      passed.add(step.replaceAll(" .*/.*", ""));
      if (left-- == 0) {
        throw new Stopped();
      }
    }
  }

  private Path root() {
    return folder.resolve("lake");
  }

  private ParquetLake open(ParquetLake.Steps steps, InstantSource clock) {
    return ParquetLake.open(root(), "one", "", clock, steps);
  }

  /** Three entries of two clients and two days; (position, version) is a window's own. */
  private static void write(ParquetLake lake, long from) {
    try (Draft draft = lake.begin()) {
      draft.add(LakeTable.LEDGER_ENTRIES, LakeRows.entry("acme", DAY, 1, from + 1));
      draft.add(LakeTable.LEDGER_ENTRIES, LakeRows.entry("acme", DAY.plusDays(1), 2, from + 1));
      draft.add(LakeTable.LEDGER_ENTRIES, LakeRows.entry("bolt", DAY, 3, from + 1));
      draft.finish(from + 1, NOON.plusSeconds(from));
    }
  }

  @Test
  void everyFactIsThereOnceWhereverAnExportWasStopped() throws Exception {
    List<String> steps = new ArrayList<>();
    int step = 0;
    while (stopsAt(step, CLOCK, steps)) {
      assertThat(keysInFiles()).doesNotHaveDuplicates();
      step++;
    }
    try (ParquetLake lake = open(each -> {}, CLOCK)) {
      while (lake.mark() < Compaction.SMALL_FILES - 1) {
        write(lake, lake.mark());
      }
    }
    // Now each window ends with joining, until nothing stops it.
    while (stopsAt(step, CLOCK, steps)) {
      assertThat(keysInFiles()).doesNotHaveDuplicates();
      step++;
    }
    assertThat(stopsAt(6, LATER, steps)).isTrue();
    assertThat(stopsAt(Integer.MAX_VALUE, LATER, steps)).isFalse();

    assertThat(steps)
        .contains(
            "wrote ledger_entries",
            "named",
            "named all",
            "moved the mark",
            "joined",
            "replaced joined files",
            "let go of joined files");
    try (ParquetLake lake = open(each -> {}, LATER)) {
      assertThat(keysInFiles()).hasSize(3 * (int) lake.mark()).doesNotHaveDuplicates();
    }
    assertThat(onDisk()).containsExactlyInAnyOrderElementsOf(named());
  }

  /** Opens the lake, writes its next window and stops at a step; false when it got to its end. */
  private boolean stopsAt(int step, InstantSource clock, List<String> passed) {
    try (ParquetLake lake = open(new StopAt(step, passed), clock)) {
      write(lake, lake.mark());
      return false;
    } catch (Stopped stopped) {
      return true;
    }
  }

  @Test
  void smallFilesOfADayBecomeOneAndTheOldOnesStayForThoseWhoReadThem() throws Exception {
    try (ParquetLake lake = open(step -> {}, CLOCK)) {
      for (int window = 0; window < Compaction.SMALL_FILES; window++) {
        write(lake, window);
      }
    }
    assertThat(named())
        .contains("ledger_entries/client=acme/day=2026-11-20/part-0-8.parquet")
        .hasSize(3);
    assertThat(onDisk()).hasSize(3 + 3 * Compaction.SMALL_FILES);

    try (ParquetLake lake = open(step -> {}, LATER)) {
      write(lake, Compaction.SMALL_FILES);
    }
    assertThat(onDisk()).hasSize(6).containsExactlyInAnyOrderElementsOf(named());
  }

  /** DuckDB keeps rows of many files in memory unless it is told not to. */
  @Test
  void aYearInOneWindowFitsTheMemory() throws Exception {
    int rows = 400_000;
    try (ParquetLake lake = open(each -> {}, CLOCK);
        Draft draft = lake.begin()) {
      for (int i = 0; i < rows; i++) {
        LocalDate day = DAY.minusDays(i % 365);
        draft.add(LakeTable.LEDGER_ENTRIES, LakeRows.entry("client-" + i % 4, day, i, 1));
      }
      draft.finish(1, NOON);
    }

    assertThat(keysInFiles()).hasSize(rows);
  }

  @Test
  void aWindowThatIsGivenUpLeavesNothing() throws Exception {
    try (ParquetLake lake = open(step -> {}, CLOCK)) {
      try (Draft draft = lake.begin()) {
        draft.add(LakeTable.LEDGER_ENTRIES, LakeRows.entry("acme", DAY, 1, 1));
      }
      assertThat(lake.mark()).isZero();
      write(lake, 0);
    }
    assertThat(keysInFiles()).hasSize(3);
  }

  @Test
  void whatIsNoLakeIsRefusedWithTheMend() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertRefused(file, "one", "", "is not a folder");
    assertRefused(folder, "one", "", "holds other files (file) and no lake");
    try (ParquetLake lake = open(step -> {}, CLOCK)) {
      write(lake, 0);
      assertRefused(root(), "one", "", "Another export already writes to");
    }
    assertRefused(root(), "two", "", "holds the facts of another installation");
    assertRefused(root(), "one", "acme", "holds the facts of every client");

    Path foreign =
        Files.writeString(
            root().resolve("ledger_entries/client=acme/day=2026-11-20/mine.parquet"), "text");
    assertRefused(root(), "one", "", "mine.parquet was not written by an export");
    Files.delete(foreign);
    Path part = root().resolve("ledger_entries/client=bolt/day=2026-11-20/part-0-1.parquet");
    Files.move(part, folder.resolve("away"));
    assertRefused(root(), "one", "", "part-0-1.parquet is missing");
    Files.move(folder.resolve("away"), part);
    Files.delete(root().resolve("_holdfast/state.json"));
    assertRefused(root(), "one", "", "state.json is missing");
  }

  private static void assertRefused(Path root, String installation, String client, String why) {
    assertThatThrownBy(() -> ParquetLake.open(root, installation, client, CLOCK).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  /** The keys of all entries, as whoever runs duckdb.sql sees them. */
  private List<String> keysInFiles() throws Exception {
    try (LakeReading reading = LakeReading.of(root())) {
      return reading.texts(
          "select client || day || position_id || '/' || version" + " from ledger_entries");
    }
  }

  private List<String> named() throws IOException {
    return LakeState.read(Files.readAllBytes(root().resolve("_holdfast/state.json"))).paths();
  }

  private List<String> onDisk() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .map(file -> root().relativize(file).toString())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** Rows as the application makes them. */
  static final class LakeRows {
    private LakeRows() {}

    static List<Object> entry(String client, LocalDate day, long position, long version) {
      return Arrays.asList(
          client,
          day,
          position,
          version,
          "SKU",
          "tea",
          0L,
          "SEA",
          "received",
          5L,
          0L,
          5L,
          0L,
          NOON,
          null,
          null);
    }
  }
}
