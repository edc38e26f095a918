package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import dev.holdfast.storage.api.FloorStore.PickListRow;
import dev.holdfast.storage.api.FloorStore.Request;
import dev.holdfast.storage.api.FloorStore.StoredWave;
import dev.holdfast.storage.api.FloorStore.WaveRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Waves and pick lists as rows: how they are written if their version fits, and read. */
final class FloorRows {
  static final String WAVE =
      "select id, number, location_id, state, version, unfinished, request_key, fingerprint,"
          + " document, created_at from wave where client_id = :client";

  static final String PICK_LIST =
      "select id, number, wave_id, location_id, state, version, unfinished, document"
          + " from pick_list where client_id = :client";

  private static final String NEW_WAVE =
      "insert into wave (id, client_id, number, location_id, state, version, unfinished,"
          + " request_key, fingerprint, document) values (:id, :client, :number, :location, :state,"
          + " :version, :unfinished, :key, :fingerprint, cast(:document as json))"
          + " on conflict do nothing";

  private static final String NEW_PICK_LIST =
      "insert into pick_list (id, client_id, wave_id, number, location_id, state, version,"
          + " unfinished, document) values (:id, :client, :wave, :number, :location, :state,"
          + " :version, :unfinished, cast(:document as json)) on conflict do nothing";

  private static final String STATE =
      " set state = :state, version = :version, unfinished = :unfinished,"
          + " document = cast(:document as json), updated_at = clock_timestamp()";

  private static final String IF_IT_FITS =
      " where client_id = :client and id = :id and version = :version - 1";

  private static final String REPLACE_WAVE = "update wave" + STATE + IF_IT_FITS;

  /** What reports count is found by the number of the transaction that changed it last. */
  private static final String REPLACE_PICK_LIST =
      "update pick_list" + STATE + ", xid = default" + IF_IT_FITS;

  private FloorRows() {}

  /** False when the row in the store is not the one before. */
  static boolean write(Handle handle, ClientId client, WaveRow row) {
    boolean fresh = row.version() == 1;
    Update update =
        handle
            .createUpdate(fresh ? NEW_WAVE : REPLACE_WAVE)
            .bind("id", row.id())
            .bind("client", client.value())
            .bind("state", row.state().number())
            .bind("version", row.version())
            .bind("unfinished", row.unfinished())
            .bind("document", row.document());
    if (fresh) {
      update
          .bind("number", row.number())
          .bind("location", row.locationId())
          .bind("key", row.request().key())
          .bind("fingerprint", row.request().fingerprint());
    }
    return update.execute() == 1;
  }

  /** False when the row in the store is not the one before. */
  static boolean write(Handle handle, ClientId client, PickListRow row) {
    boolean fresh = row.version() == 1;
    Update update =
        handle
            .createUpdate(fresh ? NEW_PICK_LIST : REPLACE_PICK_LIST)
            .bind("id", row.id())
            .bind("client", client.value())
            .bind("state", row.state().number())
            .bind("version", row.version())
            .bind("unfinished", row.unfinished())
            .bind("document", row.document());
    if (fresh) {
      update
          .bind("wave", row.wave())
          .bind("number", row.number())
          .bind("location", row.locationId());
    }
    return update.execute() == 1;
  }

  static StoredWave wave(ResultSet row, StatementContext context) throws SQLException {
    WaveRow wave =
        new WaveRow(
            row.getObject("id", UUID.class),
            row.getString("number"),
            row.getInt("location_id"),
            WaveState.ofNumber(row.getInt("state")),
            row.getLong("version"),
            row.getBoolean("unfinished"),
            new Request(row.getString("request_key"), row.getObject("fingerprint", UUID.class)),
            row.getString("document"));
    return new StoredWave(wave, Rows.instant(row, "created_at"));
  }

  static PickListRow pickList(ResultSet row, StatementContext context) throws SQLException {
    return new PickListRow(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("wave_id", UUID.class),
        row.getInt("location_id"),
        PickListState.ofNumber(row.getInt("state")),
        row.getLong("version"),
        row.getBoolean("unfinished"),
        row.getString("document"));
  }
}
