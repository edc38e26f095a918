package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.transit.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random cartons: sides of 8 to 60 cm, one in fifty up to 3 m; 0.1 to 12 kg, one in twenty up to
 * 60; any postcode; any minute of 2026, both changes of the clock included; promised in 1 to 8
 * days.
 */
final class Questions {
  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MINUTES = 363 * 24 * 60;
  private static final List<ZoneId> CLOCKS =
      List.of(
          ZoneId.of("America/New_York"),
          ZoneId.of("America/Chicago"),
          ZoneId.of("America/Denver"),
          ZoneId.of("America/Los_Angeles"));

  private Questions() {}

  static List<Question> draw(List<String> origins, int count, long seed) {
    Random random = new Random(seed);
    List<Question> questions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(origins.size());
      ZoneId clock = CLOCKS.get(from * CLOCKS.size() / origins.size());
      Instant release = YEAR.plusSeconds(60L * random.nextInt(MINUTES));
      LocalDate promised = LocalDate.ofInstant(release, clock).plusDays(1 + random.nextInt(8));
      questions.add(
          new Question(
              parcel(random),
              new Origin(Postcode.of(origins.get(from) + "01"), clock),
              new Destination(
                  Postcode.of("%05d".formatted(random.nextInt(100_000))), random.nextBoolean()),
              release,
              promised));
    }
    return questions;
  }

  private static Parcel parcel(Random random) {
    int longest = random.nextInt(50) == 0 ? 3000 : 600;
    int heaviest = random.nextInt(20) == 0 ? 60_000 : 12_000;
    return new Parcel(
        80 + random.nextInt(longest - 80),
        80 + random.nextInt(520),
        80 + random.nextInt(520),
        100 + random.nextInt(heaviest));
  }
}
