package dev.holdfast.storage.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.storage.api.FactLake.Draft;
import dev.holdfast.storage.api.LakeTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Loading into Snowflake, as far as a machine without an account can tell. */
final class SnowflakeLoaderTest {
  private static final Instant NOON = Instant.parse("2026-11-20T20:00:00Z");
  private static final String ANY = "jdbc:snowflake://127.0.0.1:9/?ssl=off";

  @TempDir private Path folder;

  private static Map<String, String> login(String password) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOLDFAST_SNOWFLAKE_USER", "LOADER");
    environment.put("HOLDFAST_SNOWFLAKE_PASSWORD", password);
    String driver = System.getenv("HOLDFAST_SNOWFLAKE_DRIVER");
    if (driver != null) {
      environment.put("HOLDFAST_SNOWFLAKE_DRIVER", driver);
    }
    return environment;
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "HOLDFAST_SNOWFLAKE_DRIVER", matches = ".+")
  void theRealDriverPutsCopiesAndMergesInOneTransaction() throws Exception {
    Path lake = folder.resolve("lake");
    Path stage = Files.createDirectory(folder.resolve("stage"));
    try (ParquetLake files = ParquetLake.open(lake, "one", "", InstantSource.fixed(NOON));
        Draft draft = files.begin()) {
      draft.add(
          LakeTable.LEDGER_ENTRIES,
          ParquetLakeTest.LakeRows.entry("acme", LocalDate.of(2026, 11, 20), 1, 1));
      draft.finish(1, NOON);
    }
    try (FakeSnowflake snowflake = new FakeSnowflake(stage)) {
      try (Connection connection =
          SnowflakeLogin.connect(snowflake.url(), login(FakeSnowflake.PASSWORD))) {
        assertThat(SnowflakeLoader.load(lake, connection)).isEqualTo(1);
      }
      assertThat(stage.resolve("part-0-1.parquet"))
          .hasSameBinaryContentAs(
              lake.resolve("ledger_entries/client=acme/day=2026-11-20/part-0-1.parquet"));
      List<String> said =
          snowflake.statements.stream()
              .map(sql -> sql.replaceAll("(?s)^(\\S+ \\S+).*", "$1"))
              .toList();
      assertThat(said)
          .containsSubsequence(
              "put 'file:///"
                  + lake.toString().substring(1)
                  + "/ledger_entries/client=acme/day"
                  + "=2026-11-20/part-0-1.parquet'",
              "alter session",
              "delete from",
              "copy into",
              "merge into",
              "delete from",
              "insert into",
              "commit");
      assertThatThrownBy(() -> SnowflakeLogin.connect(snowflake.url(), login("wrong")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Incorrect username or password")
          .hasMessageContaining("HOLDFAST_SNOWFLAKE_PASSWORD")
          .hasMessageContaining("The lake itself is up to date");
    }
  }

  @Test
  void whatTheLoginLacksIsNamed() {
    assertLacks("postgres://x", login("p"), "is not an address of Snowflake");
    assertLacks(ANY, Map.of(), "needs HOLDFAST_SNOWFLAKE_USER");
    assertLacks(
        ANY, Map.of("HOLDFAST_SNOWFLAKE_USER", "LOADER"), "needs HOLDFAST_SNOWFLAKE_PASSWORD");
    Map<String, String> gone = login("p");
    gone.put("HOLDFAST_SNOWFLAKE_DRIVER", folder.resolve("driver.jar").toString());
    assertLacks(ANY, gone, "driver.jar, which cannot be read");
    gone.remove("HOLDFAST_SNOWFLAKE_DRIVER");
    assertLacks(ANY, gone, "needs HOLDFAST_SNOWFLAKE_DRIVER");
  }

  private static void assertLacks(String url, Map<String, String> environment, String what) {
    assertThatThrownBy(() -> SnowflakeLogin.connect(url, environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
  }

  @Test
  void statementsNameEveryColumnOfTheirTable() {
    for (LakeTable table : LakeTable.values()) {
      String statements = SnowflakeSql.filled("{{tables}}{{internal-copies}}{{pipes}}{{merges}}");
      table
          .columns()
          .forEach(column ->
              assertThat(statements)
                  .contains(
                      "\n  " + column.name() + " " + SnowflakeSql.type(column),
                      "$1:" + column.name() + "::" + SnowflakeSql.type(column)));
      table
          .key()
          .forEach(column ->
              assertThat(statements).contains("target." + column + " = source." + column));
      assertThat(statements).doesNotContain("{{");
    }
  }
}
