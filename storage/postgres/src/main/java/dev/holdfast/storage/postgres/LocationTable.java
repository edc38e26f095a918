package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The statements on locations, in the transaction of the handle. */
final class LocationTable {
  private static final String SELECT =
      "select code, name, kind, region, latitude, longitude, time_zone, address from location";

  private final Handle handle;
  private final int client;

  LocationTable(Handle handle, ClientId client) {
    this.handle = handle;
    this.client = client.value();
  }

  List<LocationRef> refs() {
    return handle
        .createQuery("select id, code from location where client_id = :client")
        .bind("client", client)
        .map(CatalogueRows::locationRef)
        .list();
  }

  Optional<Location> byCode(String code) {
    return handle
        .createQuery(SELECT + " where client_id = :client and code = :code")
        .bind("client", client)
        .bind("code", code)
        .map(CatalogueRows::location)
        .findOne();
  }

  List<Location> list(@Nullable String region, String afterCode, int rows) {
    var query =
        handle
            .createQuery(
                SELECT
                    + " where client_id = :client and code > :after"
                    + (region == null ? "" : " and region = :region")
                    + " order by code limit :rows")
            .bind("client", client)
            .bind("after", afterCode)
            .bind("rows", rows);
    if (region != null) {
      query.bind("region", region);
    }
    return query.map(CatalogueRows::location).list();
  }

  /** Whether it was added; false when the code is taken. */
  boolean insert(Location location) {
    var insert =
        handle.createUpdate(
            "insert into location"
                + " (client_id, code, name, kind, region, latitude, longitude, time_zone, address)"
                + " select :client, :code, :name, :kind, :region, :latitude, :longitude,"
                + " :zone, :address"
                // Numbers of locations are few: a code that is taken must not use one up.
                + " where not exists (select from location"
                + " where client_id = :client and code = :code)"
                + " on conflict (client_id, code) do nothing");
    return bind(insert, location).execute() == 1;
  }

  /** Whether there was one to replace. */
  boolean update(Location location) {
    var update =
        handle.createUpdate(
            "update location set name = :name, kind = :kind, region = :region,"
                + " latitude = :latitude, longitude = :longitude, time_zone = :zone,"
                + " address = :address, updated_at = clock_timestamp()"
                + " where client_id = :client and code = :code");
    return bind(update, location).execute() == 1;
  }

  private Update bind(Update statement, Location location) {
    return statement
        .bind("client", client)
        .bind("code", location.code())
        .bind("name", location.name())
        .bind("kind", location.kind().label())
        .bind("region", location.region())
        .bind("latitude", location.latitude())
        .bind("longitude", location.longitude())
        .bind("zone", location.timeZone().getId())
        .bind("address", location.address());
  }
}
