package dev.holdfast.bench.reporting;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Further clients beside the demo company, with its places and a year of roll-ups: its own last
 * eight weeks over and over. Their past is copied by SQL as the owner, because nobody can place
 * orders in the past.
 */
final class Tenants {
  private static final int WEEKS = 8;
  private static final int REPEATS = 6;

  private static final String COPY =
      """
      insert into holdfast.roll_up
      select t.id, r.cut, r.grain, r.start - k * interval '$weeks weeks', coalesce(there.id, 0),
        r.carrier, r.service, r.category, r.currency, $measures
      from holdfast.client d
      join holdfast.roll_up r on r.client_id = d.id
      join holdfast.client t on t.code = ?
      cross join generate_series(0, $repeats) k
      left join holdfast.location here on here.id = r.location_id
      left join holdfast.location there on there.client_id = t.id and there.code = here.code
      where d.id = (select min(id) from holdfast.client)
        and r.grain < 2 and r.start >= localtimestamp - interval '$weeks weeks'
        and (r.location_id = 0) = (there.id is null)
      """;

  private static final String MONTHS =
      """
      insert into holdfast.roll_up
      select r.client_id, r.cut, 2, date_trunc('month', r.start), r.location_id, r.carrier,
        r.service, r.category, r.currency, $measures
      from holdfast.roll_up r join holdfast.client t on t.id = r.client_id
      where t.code = ? and r.grain = 1
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9
      """;

  private static final String MEASURES =
      """
      select column_name from information_schema.columns
      where table_schema = 'holdfast' and table_name = 'roll_up' and ordinal_position > 9
      order by ordinal_position
      """;

  private final Instance instance;
  private final Api operator;

  Tenants(Instance instance, Api operator) {
    this.instance = instance;
    this.operator = operator;
  }

  /** The places of the demo company, by code. */
  List<String> places() throws IOException, InterruptedException {
    List<String> codes = new ArrayList<>();
    operator.pages(
        "/v1/locations", page -> page.forEach(one -> codes.add(one.path("code").asText())));
    return codes;
  }

  /** Makes one; returns a key that reads. */
  String add(String code) throws IOException, InterruptedException, SQLException {
    operator.must("/v1/clients", "{\"code\":\"%s\",\"name\":\"Bench %s\"}".formatted(code, code));
    String locations;
    try (var exported = operator.export("locations")) {
      locations = new String(exported.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Api own = new Api(operator.base(), key(code, "admin"))) {
      own.importCsv("locations", locations);
    }
    try (Connection owner = instance.database().connect()) {
      List<String> measures = measures(owner);
      String each = "r." + String.join(", r.", measures);
      String sums = "sum(r." + String.join("), sum(r.", measures) + ")";
      String copy =
          COPY.replace("$weeks", Integer.toString(WEEKS))
              .replace("$repeats", Integer.toString(REPEATS))
              .replace("$measures", each);
      fill(owner, copy, code);
      fill(owner, MONTHS.replace("$measures", sums), code);
      try (Statement statement = owner.createStatement()) {
        statement.execute("vacuum analyze holdfast.roll_up");
      }
    }
    return key(code, "reader");
  }

  private String key(String code, String role) throws IOException, InterruptedException {
    String body = "{\"name\":\"bench\",\"role\":\"%s\",\"client\":\"%s\"}".formatted(role, code);
    return operator.must("/v1/keys", body).path("secret").asText();
  }

  private static List<String> measures(Connection owner) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        var rows = statement.executeQuery(MEASURES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static void fill(Connection owner, String sql, String code) throws SQLException {
    try (PreparedStatement insert = owner.prepareStatement(sql)) {
      insert.setString(1, code);
      insert.executeUpdate();
    }
  }
}
