package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkStore.RowSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A file of locations into their table. Existing rows are locked in code order and changed where
 * they differ; missing ones are added by a statement that takes no number for rows that exist,
 * because an installation has only a million numbers for locations.
 */
final class BulkLocations {
  private static final String NAMES =
      "code, name, kind, region, latitude, longitude, time_zone, address";

  private static final String COLUMNS =
      "code text collate \"C\" not null, name text not null, kind text not null,"
          + " region text not null, latitude numeric not null, longitude numeric not null,"
          + " time_zone text not null, address text not null";

  private static final String LOCK =
      """
      select count(*) from (
        select l.id from location l join incoming i on i.code = l.code
        where l.client_id = :client order by l.code for update of l) locked\
      """;

  private static final String UPDATE =
      """
      update location l
      set name = i.name, kind = i.kind, region = i.region, latitude = i.latitude,
        longitude = i.longitude, time_zone = i.time_zone, address = i.address,
        updated_at = clock_timestamp()
      from incoming i
      where l.client_id = :client and l.code = i.code
        and (l.name, l.kind, l.region, l.latitude, l.longitude, l.time_zone, l.address)
          is distinct from
          (i.name, i.kind, i.region, i.latitude, i.longitude, i.time_zone, i.address)\
      """;

  private static final String INSERT =
      """
      insert into location
        (client_id, code, name, kind, region, latitude, longitude, time_zone, address)
      select :client, i.code, i.name, i.kind, i.region, i.latitude, i.longitude, i.time_zone,
        i.address
      from incoming i
      where not exists (
        select from location l where l.client_id = :client and l.code = i.code)
      order by i.code\
      """;

  private final BulkIncoming incoming;
  private final BulkOrder order;

  BulkLocations(Connection connection, BulkOrder order) throws SQLException {
    this.incoming = new BulkIncoming(connection, order.client(), COLUMNS);
    this.order = order;
  }

  BulkTransaction.Change save(RowSource<Location> rows) throws SQLException {
    incoming.copy(NAMES, rows, BulkLocations::cells);
    incoming.rejectRepeatedCodes();
    return incoming.apply(order, List.of(LOCK, UPDATE, INSERT));
  }

  private static List<Object> cells(Location location) {
    return List.of(
        location.code(),
        location.name(),
        location.kind().label(),
        location.region(),
        location.latitude().toPlainString(),
        location.longitude().toPlainString(),
        location.timeZone().getId(),
        location.address());
  }
}
