package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.cli.ExportCommand;
import dev.holdfast.server.runtime.cli.Failures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Analysts' files of a running server, read as analysts read them. */
@ExtendWith(RunningServer.Shared.class)
class LakeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String ENTRIES =
      "select e.position_id || '/' || e.version, l.code, s.code, e.on_hand_delta, e.on_hand_after,"
          + " (e.at at time zone l.time_zone)::date"
          + " from holdfast.ledger_entry e join holdfast.client c on c.id = e.client_id"
          + " join holdfast.location l on l.id = (e.position_id & 1048575)::int"
          + " join holdfast.sku s on s.id = e.position_id >> 20 where c.code = :code order by 1";

  private static final String ENTRIES_IN_FILES =
      "select position_id || '/' || version, location, sku, on_hand_delta, on_hand_after, day"
          + " from ledger_entries order by 1";

  @TempDir private Path folder;
  private RunningServer server;
  private Shipper shipper;
  private String said = "";

  @BeforeEach
  void shipper(RunningServer running) throws Exception {
    server = running;
    shipper = new Shipper(server);
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  /** Runs the command as a person does, beside the server; its exit status. */
  private int export(Path data, String... more) {
    List<String> arguments = new ArrayList<>(List.of("lake", lake().toString()));
    arguments.addAll(List.of("--data", data.toString()));
    arguments.addAll(List.of(more));
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return new CommandLine(new ExportCommand())
          .setExecutionExceptionHandler(new Failures())
          .execute(arguments.toArray(new String[0]));
    } finally {
      System.setErr(before);
      said = err.toString(StandardCharsets.UTF_8);
    }
  }

  private void export() throws Exception {
    assertThat(export(server.runFolder(), "--client", shipper.company().code())).as(said).isZero();
  }

  /** What an analyst sees who runs the folder's own file. */
  private List<String> ask(String sql) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(Files.readString(lake().resolve("duckdb.sql")));
      List<String> texts = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(sql)) {
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(row.getString(i)));
          }
          texts.add(String.join(" ", values));
        }
      }
      return texts;
    }
  }

  /** Other tests' transactions may hold the mark back for a moment. */
  private void exportUntilAllIsThere() throws Exception {
    List<String> committed =
        server.texts(ENTRIES.replace(":code", "'" + shipper.company().code() + "'"));
    Poll.until(
        "every entry is in the files",
        PATIENCE,
        () -> {
          try {
            export();
            return ask("select count(*) from ledger_entries")
                .equals(List.of(Integer.toString(committed.size())));
          } catch (Exception failed) {
            throw new AssertionError(failed);
          }
        });
    assertThat(ask(ENTRIES_IN_FILES)).isEqualTo(committed);
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  @Test
  void everyFactIsInTheFilesOnceOnItsLocalDayAndOrdersInTheirLatestVersion() throws Exception {
    // At every moment it is another day than in Greenwich in one of the two.
    for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
      String place = zone.substring(8, 11).toUpperCase(Locale.ROOT);
      String body = Bodies.location(place).replace("America/Los_Angeles", zone);
      assertThat(shipper.api().post("/v1/locations", body).status()).isEqualTo(201);
      shipper.company().receive(shipper.company().sku("kg", 3), place, "1.250");
    }
    String sku = shipper.sku(5, 5);
    shipper.ready();
    JsonNode kept = shipper.placed(sku, "2");
    JsonNode given = shipper.placed(sku, "1");
    exportUntilAllIsThere();
    assertThat(said).contains("Exported ", " rows in ", "mark ");

    assertThat(shipper.change(given, "cancel", "{}").status()).isEqualTo(200);
    exportUntilAllIsThere();

    assertThat(ask("select order_id, version from order_versions order by all"))
        .containsExactlyInAnyOrder(
            text(kept, "id") + " 1", text(given, "id") + " 1", text(given, "id") + " 2");
    assertThat(ask("select order_id, state, ordered, filled, shipments from orders"))
        .containsExactlyInAnyOrder(
            text(kept, "id") + " placed 2.000 2.000 1",
            text(given, "id") + " cancelled 1.000 0.000 0");
    assertThat(
            ask(
                "select location, carrier, service, cartons, shipping_minor, placed_local::date"
                    + " = day from shipments where order_id = '"
                    + text(kept, "id")
                    + "'"))
        .containsExactly(
            String.join(
                " ",
                shipper.west,
                kept.at("/shipments/0/carrier").asText(),
                kept.at("/shipments/0/service").asText(),
                Integer.toString(kept.at("/shipments/0/cartons").size()),
                kept.at("/cost/totalMinor").asText(),
                "true"));
    everyQuestionHasAnAnswer();
  }

  private void everyQuestionHasAnAnswer() throws Exception {
    assertThat(ask("select orders, lines, ordered, filled, fill_rate, split_rate from overview"))
        .containsExactly("2 2 3.000 2.000 0.6667 0.0");
    assertThat(ask("select sum(orders), sum(lines) from hours")).containsExactly("2 2");
    assertThat(ask("select location, filled from locations where filled > 0"))
        .containsExactly(shipper.west + " 2.000");
    assertThat(ask("select shipments, shipped from carriers")).containsExactly("1 0");
    assertThat(ask("select category, orders, lines, ordered, filled from categories"))
        .containsExactly("test 2 2 3.000 2.000");
    assertThat(ask("select backlog from warehouse")).containsExactly("1");
    assertThat(ask("select count(*) from walk_per_line")).containsExactly("0");
    assertThat(ask("select sum(units) from stock where kind = 'received'")).containsExactly("12.5");
    assertThat(ask("select count(*) >= 0 from payday")).containsExactly("true");
  }

  @Test
  void aFinishedWalkIsARow() throws Exception {
    String sku = shipper.sku(5, 0);
    shipper.ready(shipper.setup().layout(shipper.west, sku), true);
    shipper.placed(sku, "2");
    JsonNode wave =
        shipper.api().post("/v1/waves", "{\"location\":\"" + shipper.west + "\"}").json();
    String list = "/v1/pick-lists/" + wave.at("/pickLists/0/id").asText();
    JsonNode taken = shipper.api().post(list + "/start", "{}").json();
    shipper.api().post(list + "/stops/" + taken.at("/stops/0/stop").asText(), "{\"picks\":[]}");
    assertThat(text(shipper.api().get(list).json(), "state")).isEqualTo("done");
    exportUntilAllIsThere();

    assertThat(ask("select number, location, length_mm, stops, lines from walks"))
        .containsExactly(
            String.join(
                " ", text(taken, "number"), shipper.west, text(taken, "lengthMm"), "1", "1"));
  }

  @Test
  void whoeverCannotExportIsToldTheMend() throws Exception {
    assertThat(export(folder)).isEqualTo(2);
    assertThat(said).contains("No server runs in", "./holdfast up", "--data");

    assertThat(export(server.runFolder(), "--client", "nobody")).isEqualTo(2);
    assertThat(said).contains("There is no client nobody. There are: ");

    Files.createDirectory(lake());
    Files.writeString(lake().resolve("thesis.doc"), "text");
    assertThat(export(server.runFolder())).isEqualTo(2);
    assertThat(said).contains("holds other files (thesis.doc)").doesNotContain("\tat ");
  }
}
