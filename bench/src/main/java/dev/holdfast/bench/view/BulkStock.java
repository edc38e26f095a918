package dev.holdfast.bench.view;

import dev.holdfast.bench.instance.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Puts a catalogue and positions straight into the tables, as the owner. No ledger entries: they
 * would cost hours at ten million positions and the view does not read them. So the audit would
 * object; such a database is good for measuring the view and nothing else.
 */
final class BulkStock {
  /** Codes of SKUs: this and a number from 1. */
  static final String SKU = "SKU-";

  /** Codes of locations: this and a number from 1. */
  static final String LOCATION = "LOC-";

  private static final String SCHEMA = "holdfast";

  private final Database database;

  BulkStock(Database database) {
    this.database = database;
  }

  /** Adds SKUs and locations of the first client. */
  void addCatalogue(int skus, int locations) throws SQLException {
    run(
        """
        insert into sku (client_id, code, name, unit, scale, category)
        select (select min(id) from client), '%s' || n, 'Bench ' || n, 'each', 0, 'bench'
        from generate_series(1, %d) as n order by n
        """
            .formatted(SKU, skus));
    run(
        """
        insert into location (client_id, code, name, kind, region, latitude, longitude,
          time_zone, address)
        select (select min(id) from client), '%s' || n, 'Bench ' || n, 'store', 'bench', 47.6,
          -122.3, 'UTC', '1 Bench Street'
        from generate_series(1, %d) as n order by n
        """
            .formatted(LOCATION, locations));
  }

  /** Adds a position of every SKU at the locations with the numbers 1 to {@code locations}. */
  void addPositions(int locations) throws SQLException {
    run(
        """
        insert into position (id, client_id, on_hand, version)
        select sku.id << 20 | location.id, sku.client_id, 1000, 1
        from sku cross join location
        where location.code in (select '%s' || n from generate_series(1, %d) as n)
        order by 1
        """
            .formatted(LOCATION, locations));
    run("vacuum analyze position");
    run("checkpoint");
  }

  /** How long PostgreSQL takes to send what the view is made of: plain COPY into nothing. */
  long copyNanos() throws SQLException, IOException {
    try (Connection connection = connect()) {
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select id, client_id, on_hand, reserved, safety_stock, version from position)"
                  + " to stdout (format binary)",
              OutputStream.nullOutputStream());
      return System.nanoTime() - start;
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = database.connect();
    connection.setSchema(SCHEMA);
    return connection;
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
