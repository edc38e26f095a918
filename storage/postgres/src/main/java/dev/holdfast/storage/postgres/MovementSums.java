package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FactSource.MovementSum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Movements of stock summed by the hour of their place. The server sums quarters of an hour, of
 * which every clock on earth has whole numbers, and says which measure a kind of entry belongs to;
 * clocks are a matter of this program alone, so that no two lists of time zones can disagree.
 */
final class MovementSums {
  /**
   * What a note says when goods were of no use any more; the write-off of what is over says "its
   * last day … is over".
   */
  static final String SPOILED =
      "its last day|expir|spoil|best.?before|use.?by|out of date|past (its|the) date|rotten|mou?ld";

  /**
   * The first entry of a position that is a count takes its stock over: nobody found anything.
   * Thousandths of units; finer scales lose what is below, entry by entry.
   */
  static final String SQL =
      """
      select e.client_id, e.location_id, e.category, e.time_zone, e.quarter,
        coalesce(sum(e.milli) filter (where e.kind = 1 or e.kind = 6 and e.version = 1), 0)::bigint
          as received,
        coalesce(-sum(e.milli) filter (where e.kind in (2, 13)), 0)::bigint as sold,
        coalesce(sum(e.milli) filter (where e.kind = 11), 0)::bigint as returned,
        coalesce(-sum(e.milli) filter (where e.kind = 6 and e.version > 1 or e.kind = 7
          or e.kind = 10 and not e.spoiled), 0)::bigint as shrinkage,
        coalesce(-sum(e.milli) filter (where e.kind = 10 and e.spoiled), 0)::bigint as spoiled,
        sum(e.milli)::bigint as on_hand
      from (select e.client_id, (e.position_id & 1048575)::int as location_id, s.category,
          l.time_zone, date_bin('15 minutes', e.at, timestamptz 'epoch') as quarter, e.kind,
          e.version, e.kind = 10 and coalesce(e.note ~* '${SPOILED}', false) as spoiled,
          e.on_hand_delta * (10 ^ greatest(3 - s.scale, 0))::bigint
            / (10 ^ greatest(s.scale - 3, 0))::bigint as milli
        from ledger_entry e
        join sku s on s.id = e.position_id >> 20
        join location l on l.id = (e.position_id & 1048575)::int
        where e.xid >= ? and e.xid < ? and e.on_hand_delta <> 0) e
      group by e.client_id, e.location_id, e.category, e.time_zone, e.quarter
      """
          .replace("${SPOILED}", SPOILED);

  private record Key(ClientId client, int locationId, String category, LocalDateTime hour) {}

  private final Map<Key, MovementSum> sums = new HashMap<>();

  void add(ResultSet row) throws SQLException {
    Key key =
        new Key(
            new ClientId(row.getInt("client_id")),
            row.getInt("location_id"),
            row.getString("category"),
            Rows.localHour(row, "quarter", row.getString("time_zone")));
    MovementSum quarter =
        new MovementSum(
            key.client(),
            key.locationId(),
            key.category(),
            key.hour(),
            row.getLong("received"),
            row.getLong("sold"),
            row.getLong("returned"),
            row.getLong("shrinkage"),
            row.getLong("spoiled"),
            row.getLong("on_hand"));
    sums.merge(key, quarter, MovementSums::plus);
  }

  private static MovementSum plus(MovementSum one, MovementSum other) {
    return new MovementSum(
        one.client(),
        one.locationId(),
        one.category(),
        one.hour(),
        one.received() + other.received(),
        one.sold() + other.sold(),
        one.returned() + other.returned(),
        one.shrinkage() + other.shrinkage(),
        one.spoiled() + other.spoiled(),
        one.onHand() + other.onHand());
  }

  List<MovementSum> all() {
    return List.copyOf(sums.values());
  }
}
