package dev.holdfast.demo;

import dev.holdfast.demo.DemoPast.Ordered;
import dev.holdfast.demo.DemoPast.Sent;
import dev.holdfast.demo.DemoPast.Walk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The walks that picked the orders of the past, in the fulfilment centres. */
final class PastWalks {
  private static final int LINES_A_WALK = 14;
  private static final int FIRST_HOUR = 7;
  private static final int LAST_HOUR = 20;

  private PastWalks() {}

  private record Shift(DemoLocation at, LocalDate day) {}

  static List<Walk> of(DemoClient client, List<Ordered> orders, Instant until) {
    Map<Shift, Integer> lines = new LinkedHashMap<>();
    for (Ordered order : orders) {
      for (Sent sent : order.shipments()) {
        if (sent.released() != null && sent.from().kind() == DemoLocationKind.FULFILMENT_CENTRE) {
          LocalDate day = LocalDate.ofInstant(sent.released(), sent.zone());
          lines.merge(new Shift(sent.from(), day), sent.lines().size(), Integer::sum);
        }
      }
    }
    List<Walk> walks = new ArrayList<>();
    lines.forEach((shift, count) -> shift(client, shift, count, until, walks));
    return walks;
  }

  private static void shift(
      DemoClient client, Shift shift, int count, Instant until, List<Walk> walks) {
    Draw draw = Draw.keyedBy("walks", client.code(), shift.at().code(), shift.day().toString());
    for (int left = count; left > 0; left -= LINES_A_WALK) {
      int lines = Math.min(left, LINES_A_WALK);
      // A round through the front of the floor, and a detour for each line.
      long lengthMm = (90_000L + 7_000L * lines) * draw.between(80, 120) / 100;
      Instant done =
          shift
              .day()
              .atTime(draw.between(FIRST_HOUR, LAST_HOUR), draw.between(0, 59))
              .atZone(shift.at().timeZone())
              .toInstant();
      if (done.isBefore(until)) {
        walks.add(new Walk(shift.at(), done, lengthMm, lines));
      }
    }
  }
}
