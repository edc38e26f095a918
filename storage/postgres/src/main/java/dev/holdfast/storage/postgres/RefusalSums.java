package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.storage.api.FactSource.RefusalSum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refused lines summed by the hour of their place; where none is known, by UTC. */
final class RefusalSums {
  /**
   * The lines of stored outcomes that say so, as rows of {@code refusal}: {@link OutcomeText}
   * writes positions as the second number of a line, what was asked for as the third, and why it
   * was refused as the sixth.
   */
  static final String OF_OUTCOMES =
      """
      select o.xid, o.client_id, (n.line ->> 1)::bigint as position_id, o.at, count(*) as lines,
        sum((n.line ->> 2)::bigint)::bigint as quantity
      from ${OUTCOMES} o, json_array_elements(o.outcome::json -> 'lines') n(line)
      where o.outcome like '%"unmet":1,%' and (n.line ->> 5)::int = ${REASON}
      group by 1, 2, 3, 4
      """
          .replace("${REASON}", Integer.toString(Refusal.INSUFFICIENT_STOCK.number()));

  static final String SQL =
      """
      select r.client_id, coalesce(l.id, 0) as location_id, s.category,
        coalesce(l.time_zone, 'UTC') as time_zone,
        date_bin('15 minutes', r.at, timestamptz 'epoch') as quarter,
        sum(r.lines)::bigint as lines,
        sum(r.quantity::numeric * (10 ^ greatest(3 - s.scale, 0))::bigint
          / (10 ^ greatest(s.scale - 3, 0))::bigint)::bigint as units
      from (${OF_OUTCOMES}
        union all
        select xid, client_id, position_id, at, lines, quantity from refusal
        where xid >= ? and xid < ?) r
      join sku s on s.id = r.position_id >> 20 and s.client_id = r.client_id
      left join location l on l.id = (r.position_id & 1048575)::int
        and l.client_id = r.client_id
      group by 1, 2, 3, 4, 5
      """
          .replace(
              "${OF_OUTCOMES}",
              OF_OUTCOMES.replace(
                  "${OUTCOMES}", "(select * from command_outcome where xid >= ? and xid < ?)"));

  private record Key(ClientId client, int locationId, String category, LocalDateTime hour) {}

  private final Map<Key, RefusalSum> sums = new HashMap<>();

  void add(ResultSet row) throws SQLException {
    Key key =
        new Key(
            new ClientId(row.getInt("client_id")),
            row.getInt("location_id"),
            row.getString("category"),
            Rows.localHour(row, "quarter", row.getString("time_zone")));
    RefusalSum quarter =
        new RefusalSum(
            key.client(),
            key.locationId(),
            key.category(),
            key.hour(),
            row.getLong("lines"),
            row.getLong("units"));
    sums.merge(key, quarter, RefusalSums::plus);
  }

  private static RefusalSum plus(RefusalSum one, RefusalSum other) {
    return new RefusalSum(
        one.client(),
        one.locationId(),
        one.category(),
        one.hour(),
        one.lines() + other.lines(),
        one.units() + other.units());
  }

  /** As the key of a position, with location 0 where any place would have done. */
  static long position(long skuId, int locationId) {
    return skuId << PositionKey.LOCATION_BITS | locationId;
  }

  List<RefusalSum> all() {
    return List.copyOf(sums.values());
  }
}
