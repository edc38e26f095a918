package dev.holdfast.storage.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.storage.api.FileColumn;
import dev.holdfast.storage.api.FileColumn.Kind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckTableFilesTest {
  private static final List<FileColumn> COLUMNS =
      List.of(
          FileColumn.of("name", Kind.TEXT),
          FileColumn.of("minor", Kind.WHOLE),
          FileColumn.decimal("rate", 4),
          FileColumn.of("late", Kind.YES_NO),
          FileColumn.of("day", Kind.DAY),
          FileColumn.of("hour", Kind.LOCAL_TIME),
          FileColumn.of("at", Kind.INSTANT));

  @TempDir private Path folder;

  @Test
  void everyKindOfValueComesBackAsItWas() throws Exception {
    byte[] file =
        new DuckTableFiles(folder)
            .parquet(
                COLUMNS,
                List.of(
                    Arrays.<Object>asList(
                        "O'Neil \u00e9\u4e2d",
                        Long.MAX_VALUE,
                        new BigDecimal("0.5"),
                        true,
                        LocalDate.of(2026, 11, 20),
                        LocalDateTime.of(2026, 11, 20, 14, 0),
                        Instant.parse("2026-11-20T22:00:00.123456Z")),
                    Collections.nCopies(COLUMNS.size(), null)));

    Path copy = Files.write(folder.resolve("copy.parquet"), file);
    try (DuckSession session = DuckSession.open(folder);
        Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select * from read_parquet(" + DuckSession.quoted(copy) + ")")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("name")).isEqualTo("O'Neil \u00e9\u4e2d");
      assertThat(row.getLong("minor")).isEqualTo(Long.MAX_VALUE);
      assertThat(row.getBigDecimal("rate")).isEqualTo(new BigDecimal("0.5000"));
      assertThat(row.getBoolean("late")).isTrue();
      assertThat(row.getObject("day")).isEqualTo(LocalDate.of(2026, 11, 20));
      assertThat(row.getTimestamp("hour").toLocalDateTime())
          .isEqualTo(LocalDateTime.of(2026, 11, 20, 14, 0));
      assertThat(row.getObject("at", OffsetDateTime.class).toInstant())
          .isEqualTo(Instant.parse("2026-11-20T22:00:00.123456Z"));
      assertThat(row.next()).isTrue();
      assertThat(row.getObject("rate")).isNull();
      assertThat(row.next()).isFalse();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(copy);
    }
  }

  @Test
  void aRowThatDoesNotFitItsColumnsIsRefused() {
    DuckTableFiles files = new DuckTableFiles(folder);
    assertThatThrownBy(() ->
            files.parquet(
                List.of(FileColumn.of("minor", Kind.WHOLE)), List.of(List.<Object>of("12"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("minor takes WHOLE, not String");
    assertThatThrownBy(() ->
            files.parquet(
                List.of(FileColumn.of("minor", Kind.WHOLE)), List.of(List.<Object>of(1L, 2L))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 columns, and a row 2 values");
    assertThatThrownBy(() -> FileColumn.of("no name", Kind.WHOLE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
