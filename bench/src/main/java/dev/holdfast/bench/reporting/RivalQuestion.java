package dev.holdfast.bench.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * What each report reads, asked of roll-ups and of an analyst's files: the same columns, the words
 * first and then so many whole numbers, the same rows.
 */
enum RivalQuestion {
  OVERVIEW(
      8,
      """
      select start::date::text, currency, sum(orders), sum(lines), sum(ordered_units),
        sum(filled_units), sum(revenue), sum(split_orders), sum(cartons), sum(shipping_cost)
      from roll_up where client_id = $id and cut = 0 and grain = 1 and start >= '$from'
        and start < '$to' group by 1, 2 order by 1, 2
      """,
      """
      select o.day, o.currency, count(*), sum(o.lines), sum(o.ordered) * 1000,
        sum(o.filled) * 1000, sum(o.revenue_minor), count(*) filter (where o.shipments > 1),
        sum(s.cartons), sum(s.shipping_minor)
      from orders o left join (select order_id, sum(cartons) as cartons,
          sum(shipping_minor) as shipping_minor from shipments
        where client = '$code' and day >= '$from' and day < '$to' and live group by 1) s
        on s.order_id = o.order_id
      where o.client = '$code' and o.day >= '$from' and o.day < '$to' group by 1, 2 order by 1, 2
      """),
  HOURS(
      3,
      """
      select extract(isodow from start)::int, extract(hour from start)::int, sum(orders),
        sum(lines), sum(ordered_units)
      from roll_up where client_id = $id and cut = 0 and grain = 0 and start >= '$from'
        and start < '$to' group by 1, 2 order by 1, 2
      """,
      """
      select isodow(placed_local), hour(placed_local), count(*), sum(lines), sum(ordered) * 1000
      from orders where client = '$code' and day >= '$from' and day < '$to'
      group by 1, 2 order by 1, 2
      """),
  LOCATIONS(
      3,
      """
      select l.code, r.currency, sum(r.orders), sum(r.filled_units), sum(r.revenue)
      from roll_up r join location l on l.client_id = $id and l.id = r.location_id
      where r.client_id = $id and r.cut = 1 and r.grain = 1 and r.start >= '$from'
        and r.start < '$to' and r.orders <> 0 group by 1, 2 order by 1, 2
      """,
      """
      select location, currency, count(distinct order_id), sum(filled) * 1000, sum(revenue_minor)
      from order_lines where client = '$code' and day >= '$from' and day < '$to'
        and shipment is not null group by 1, 2 order by 1, 2
      """),
  CARRIERS(
      5,
      """
      select carrier, service, sum(shipments), sum(cartons), sum(shipping_cost), sum(shipped),
        sum(on_time)
      from roll_up where client_id = $id and cut = 2 and grain = 1 and start >= '$from'
        and start < '$to' and shipments <> 0 group by 1, 2 order by 1, 2
      """,
      """
      select carrier, service, count(*), sum(cartons), sum(shipping_minor),
        count(*) filter (where shipped_at is not null),
        count(*) filter (where shipped_at <= ship_by
          and (promised is null or arrival <= promised))
      from shipments where client = '$code' and day >= '$from' and day < '$to' and live
      group by 1, 2 order by 1, 2
      """),
  CATEGORIES(
      4,
      """
      select category, currency, sum(ordered_units), sum(filled_units), sum(revenue),
        sum(returned_units)
      from roll_up where client_id = $id and cut = 3 and grain = 1 and start >= '$from'
        and start < '$to' group by 1, 2 order by 1, 2
      """,
      """
      select category, currency, sum(ordered) * 1000, sum(filled) * 1000, sum(revenue_minor),
        sum(returned) * 1000
      from order_lines where client = '$code' and day >= '$from' and day < '$to'
      group by 1, 2 order by 1, 2
      """),
  WAREHOUSE(
      4,
      """
      select start::date::text, currency, sum(released), sum(release_seconds), sum(shipped),
        sum(ship_seconds)
      from roll_up where client_id = $id and cut = 1 and grain = 1 and start >= '$from'
        and start < '$to' and orders <> 0 group by 1, 2 order by 1, 2
      """,
      """
      select day, currency, count(released_at) filter (where live),
        coalesce(sum(epoch(released_at)::bigint - epoch(placed_at)::bigint)
          filter (where live), 0),
        count(shipped_at) filter (where live),
        coalesce(sum(epoch(shipped_at)::bigint - epoch(placed_at)::bigint)
          filter (where live), 0)
      from shipments where client = '$code' and day >= '$from' and day < '$to'
      group by 1, 2 order by 1, 2
      """),
  /** The first count of a position takes its stock over: that is received, too. */
  STOCK(
      2,
      """
      select l.code, r.category, sum(r.received_units), sum(r.on_hand_units)
      from roll_up r join location l on l.client_id = $id and l.id = r.location_id
      where r.client_id = $id and r.cut = 4 and r.grain = 1 and r.start >= '$from'
        and r.start < '$after' and (r.received_units <> 0 or r.on_hand_units <> 0)
      group by 1, 2 order by 1, 2
      """,
      """
      select location, category, sum(case when kind = 'received'
            or kind = 'counted' and version = 1 then on_hand_delta else 0 end
          * 1000 // pow(10, scale)), sum(on_hand_delta * 1000 // pow(10, scale))
      from ledger_entries where client = '$code' and day >= '$from' and day < '$after'
        and on_hand_delta <> 0 group by 1, 2 order by 1, 2
      """),
  PAYDAY(
      3,
      """
      select start::date::text, extract(hour from start)::int, sum(orders), sum(ordered_units),
        sum(filled_units)
      from roll_up where client_id = $id and cut = 0 and grain = 0
        and (start >= '$payday' and start < date '$payday' + 1
          or start >= '$friday' and start < date '$friday' + 1) group by 1, 2 order by 1, 2
      """,
      """
      select day, hour(placed_local), count(*), sum(ordered) * 1000, sum(filled) * 1000
      from orders where client = '$code' and day in ('$payday', '$friday')
      group by 1, 2 order by 1, 2
      """);

  private static final int WORDS = 2;

  private final int numbers;
  private final String rollUps;
  private final String files;

  RivalQuestion(int numbers, String rollUps, String files) {
    this.numbers = numbers;
    this.rollUps = rollUps;
    this.files = files;
  }

  /** How many columns come first that are words. */
  static int words() {
    return WORDS;
  }

  /** How many columns of whole numbers follow. */
  int numbers() {
    return numbers;
  }

  /** Whose dashboard: a client by its number and code, and the days, the last one exclusive. */
  record Range(int id, String code, LocalDate from, LocalDate to) {
    private String in(String sql) {
      LocalDate payday =
          to.minusDays(14).withDayOfMonth(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.FRIDAY));
      return sql.replace("$id", Integer.toString(id))
          .replace("$code", code)
          .replace("$from", from.toString())
          .replace("$to", to.toString())
          // Goods came in today, by whatever clock; orders of today are left out of the others,
          // because a day may change between the places of one.
          .replace("$after", to.plusDays(2).toString())
          .replace("$payday", payday.toString())
          .replace("$friday", payday.plusWeeks(1).toString());
    }
  }

  String ofRollUps(Range range) {
    return range.in(rollUps);
  }

  String ofFiles(Range range) {
    return range.in(files);
  }
}
