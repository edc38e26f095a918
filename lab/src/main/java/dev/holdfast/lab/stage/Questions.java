package dev.holdfast.lab.stage;

import dev.holdfast.lab.generate.ClientProfile;
import dev.holdfast.lab.generate.Season;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The looks that people take: the dashboards of some clients, mostly the large ones, over the last
 * four weeks or one somewhere in the past, now and then of one place. The same for the same seed.
 */
final class Questions {
  /** What a dashboard shows by itself. */
  private static final int USUAL_DAYS = 28;

  private static final int SHORT_DAYS = 7;
  private final Demanded demanded;
  private final Random random;
  private final List<ClientProfile> largest;

  private Questions(Demanded demanded) {
    this.demanded = demanded;
    random = new Random(demanded.demand().seed());
    largest =
        demanded.demand().profiles().stream()
            .sorted(Comparator.comparingInt(ClientProfile::ordinaryDay).reversed())
            .toList();
  }

  /** So many different looks at every report. */
  static List<Question> of(Demanded demanded, int looks) {
    Questions all = new Questions(demanded);
    List<Question> questions = new ArrayList<>();
    for (Report report : Report.values()) {
      for (int look = 0; look < looks; look++) {
        questions.add(all.draw(report, look));
      }
    }
    return questions;
  }

  /** Looks take turns among the clients, from the largest to the smallest. */
  private Question draw(Report report, int look) {
    ClientProfile client = largest.get(look % largest.size());
    LocalDate last = demanded.demand().end().minusDays(1);
    if (report == Report.PAYDAY) {
      return payday(client, last);
    }
    int length = look % 4 == 3 ? SHORT_DAYS : USUAL_DAYS;
    int spare = Math.max(1, demanded.demand().days() - length);
    LocalDate to = look % 3 == 2 ? last.minusDays(random.nextInt(spare)) : last;
    LocalDate first = demanded.demand().from();
    LocalDate from = to.minusDays(length - 1L);
    String place = "";
    if (look % 4 == 1 && (report == Report.OVERVIEW || report == Report.CARRIERS)) {
      place = client.places().get(random.nextInt(client.places().size())).code();
    }
    return new Question(
        report, client, from.isBefore(first) ? first : from, to, place, List.of(), demanded.now());
  }

  private Question payday(ClientProfile client, LocalDate last) {
    LocalDate thisOne = paydayUpTo(last);
    LocalDate before = paydayUpTo(thisOne.minusDays(1));
    List<LocalDate> fridays = new ArrayList<>();
    for (LocalDate day = before; !day.isAfter(thisOne); day = day.plusDays(7)) {
      fridays.add(day);
    }
    return new Question(Report.PAYDAY, client, before, thisOne, "", fridays, demanded.now());
  }

  private static LocalDate paydayUpTo(LocalDate last) {
    LocalDate day = last;
    while (!Season.isPayday(day)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
