package dev.holdfast.domain.fulfilment.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Over random calendars and a year with both changes of the clock. */
class ServiceCalendarProperties {
  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private static ServiceCalendar random(Random random) {
    Map<LocalDate, String> holidays = new HashMap<>();
    for (int i = 0; i < random.nextInt(60); i++) {
      holidays.put(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)), "day off");
    }
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, Integer> cutOffs = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : some(random)) {
      int open = random.nextInt(1380);
      hours.put(day, new Hours(open, orMidnight(random, open + 1 + random.nextInt(1440 - open))));
    }
    some(random).forEach(day -> cutOffs.put(day, orMidnight(random, random.nextInt(1441))));
    HandlingTime handling =
        random.nextBoolean()
            ? new HandlingTime.Working(Duration.ofMinutes(random.nextInt(900)))
            : new HandlingTime.Days(1 + random.nextInt(3));
    return new ServiceCalendar(
        Calendars.SERVICE,
        hours,
        handling,
        cutOffs,
        some(random),
        some(random),
        holidays,
        Calendars.transit(random.nextInt(6)));
  }

  /** Midnight belongs to two days, so it is drawn more often than chance would. */
  private static int orMidnight(Random random, int minute) {
    return random.nextInt(8) == 0 ? 1440 : minute;
  }

  private static Set<DayOfWeek> some(Random random) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        days.add(day);
      }
    }
    return days;
  }

  private static LocalDate arrives(ServiceCalendar calendar, Instant release) {
    Arrival arrival = calendar.arrive(Calendars.ORIGIN, Calendars.PORTLAND, release);
    return ((Arrival.Arrives) arrival).date();
  }

  @Property
  void aLaterReleaseNeverArrivesEarlier(@ForAll long seed) {
    Random random = new Random(seed);
    ServiceCalendar calendar = random(random);
    Instant release = YEAR.plusSeconds(random.nextInt(360 * 86_400));
    Instant later = release.plusSeconds(random.nextInt(300_000));

    assertThat(arrives(calendar, later)).isAfterOrEqualTo(arrives(calendar, release));
  }

  @Property
  void theLatestReleaseIsInTimeAndASecondLaterIsNot(@ForAll long seed) {
    Random random = new Random(seed);
    ServiceCalendar calendar = random(random);
    LocalDate by = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(300));

    Instant latest = calendar.latestRelease(Calendars.ORIGIN, Calendars.PORTLAND, by).orElseThrow();

    assertThat(arrives(calendar, latest)).isBeforeOrEqualTo(by);
    assertThat(arrives(calendar, latest.plusSeconds(1))).isAfter(by);
  }

  @Property
  void noStepIsWrittenDownWhereNobodyAsks(@ForAll long seed) {
    Random random = new Random(seed);
    ServiceCalendar calendar = random(random);
    Instant release = YEAR.plusSeconds(random.nextInt(360 * 86_400));
    Arrival.Arrives full =
        (Arrival.Arrives) calendar.arrive(Calendars.ORIGIN, Calendars.PORTLAND, release);

    assertThat(calendar.arriveQuickly(Calendars.ORIGIN, Calendars.PORTLAND, release))
        .isEqualTo(
            new Arrival.Arrives(full.date(), full.pickUp(), full.ready(), java.util.List.of()));
    assertThat(full.steps().getLast().kind()).isEqualTo(Step.Kind.ARRIVES);
  }
}
