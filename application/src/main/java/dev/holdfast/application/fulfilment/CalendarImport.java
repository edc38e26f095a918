package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.HandlingTime;
import dev.holdfast.domain.fulfilment.transit.Hours;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads service calendars from their three files. A carrier with a bad row is left out. */
public final class CalendarImport {
  /** The most services: many more than any client ships with. */
  private static final int MAX_SERVICES = 500;

  private final SheetReader reader;
  private final List<Draft> drafts = new ArrayList<>();

  private CalendarImport(SheetSource source) {
    reader = new SheetReader(source);
  }

  /** Days between two places, as a row says. */
  private record TransitRow(long line, PostcodePairs.Entry entry) {}

  /** A calendar while its rows are being gathered. */
  private record Draft(
      long line,
      ServiceId service,
      Map<DayOfWeek, Hours> hours,
      HandlingTime handling,
      Map<DayOfWeek, Integer> cutOffs,
      Set<DayOfWeek> transitDays,
      Set<DayOfWeek> deliveryDays,
      Map<LocalDate, String> holidays,
      List<TransitRow> transit) {
    boolean isMeant(String carrier, String word) {
      return (carrier.isEmpty() || service.carrier().equals(carrier))
          && (word.isEmpty() || service.service().equals(word));
    }

    List<PostcodePairs.Entry> entries() {
      return transit.stream().map(TransitRow::entry).toList();
    }

    ServiceCalendar calendar() {
      return new ServiceCalendar(
          service,
          hours,
          handling,
          cutOffs,
          transitDays,
          deliveryDays,
          holidays,
          PostcodePairs.of(entries()));
    }
  }

  /** Reads the files; what is wrong is in the answer. */
  public static CalendarAnswer read(SheetSource source) throws IOException {
    CalendarImport run = new CalendarImport(source);
    run.reader.read(TariffSheet.CALENDARS, run::calendar);
    if (!run.reader.isRefused(TariffSheet.CALENDARS)) {
      run.reader.read(TariffSheet.TRANSIT, run::transit);
      run.reader.read(TariffSheet.HOLIDAYS, run::holiday);
    }
    return run.answer();
  }

  private void calendar(SheetCells cells) {
    ServiceId service = new ServiceId(cells.name("carrier"), cells.name("service"));
    Set<DayOfWeek> all = Set.of(DayOfWeek.values());
    Map<DayOfWeek, Integer> cutOffs =
        cells.parsed(
            "cut_offs",
            text -> Weekdays.each(text, "mon-fri 16:00; sat 12:00", ClockTimes::minute),
            Map.of());
    Set<DayOfWeek> deliveryDays = cells.parsed("delivery_days", Weekdays::days, all);
    Set<DayOfWeek> transitDays =
        cells.isEmpty("transit_days")
            ? deliveryDays
            : cells.parsed("transit_days", Weekdays::days, all);
    Map<DayOfWeek, Hours> hours =
        cells.isEmpty("hours")
            ? Map.of()
            : cells.parsed(
                "hours",
                text -> Weekdays.each(text, "mon-fri 08:00-18:00", ClockTimes::hours),
                Map.of());
    HandlingTime handling = cells.parsed("handling", ClockTimes::handling, HandlingTime.NONE);
    if (cells.isEmpty("hours") && !handling.equals(HandlingTime.NONE)) {
      cells.fault("hours", "are missing: say when the location works, such as mon-fri 08:00-18:00");
    }
    if (drafts.stream().anyMatch(draft -> draft.service().equals(service))) {
      cells.fault("service", "has a calendar already: keep one row of " + service);
    } else if (drafts.size() == MAX_SERVICES) {
      cells.fault("service", "is one of more than " + MAX_SERVICES + ": remove those not used");
    } else {
      drafts.add(
          new Draft(
              cells.line(),
              service,
              hours,
              handling,
              cutOffs,
              transitDays,
              deliveryDays,
              new HashMap<>(),
              new ArrayList<>()));
    }
  }

  private void transit(SheetCells cells) {
    String carrier = cells.name("carrier");
    PostcodePairs.Entry entry =
        new PostcodePairs.Entry(
            cells.range("origin_from", "origin_to"),
            cells.range("destination_from", "destination_to"),
            cells.number("days", 0, ServiceCalendar.MAX_TRANSIT_DAYS, -1));
    for (Draft draft : meant(cells, carrier, cells.word("service"))) {
      draft.transit().add(new TransitRow(cells.line(), entry));
    }
  }

  private void holiday(SheetCells cells) {
    LocalDate date = cells.date("date");
    String name = cells.name("name");
    for (Draft draft : meant(cells, cells.word("carrier"), "")) {
      draft.holidays().putIfAbsent(date, name);
    }
  }

  private List<Draft> meant(SheetCells cells, String carrier, String service) {
    List<Draft> meant = drafts.stream().filter(draft -> draft.isMeant(carrier, service)).toList();
    if (meant.isEmpty()) {
      cells.fault("carrier", "names no calendar: correct it, or add a row to the calendars");
    }
    return meant;
  }

  private CalendarAnswer answer() {
    List<ServiceCalendar> ready = new ArrayList<>();
    for (Draft draft : drafts) {
      String carrier = draft.service().carrier();
      if (!reader.isSpoiled(carrier) && isSound(draft)) {
        ready.add(draft.calendar());
      }
    }
    ready.removeIf(calendar -> reader.isSpoiled(calendar.service().carrier()));
    return new CalendarAnswer(ready, reader.all());
  }

  private boolean isSound(Draft draft) {
    List<PostcodePairs.Entry> entries = draft.entries();
    if (entries.isEmpty() || PostcodePairs.cells(entries) > PostcodePairs.MAX_CELLS) {
      reader
          .rejects(TariffSheet.CALENDARS)
          .add(
              draft.line(),
              "service",
              draft.service().service(),
              entries.isEmpty()
                  ? "has no transit days: add a row to the transit file"
                  : "has transit rows that cut postcodes into too many pairs: join neighbours");
      reader.spoil(draft.service().carrier());
      return false;
    }
    List<PostcodePairs.Overlap> overlaps = PostcodePairs.overlaps(entries);
    for (PostcodePairs.Overlap overlap : overlaps) {
      reader
          .rejects(TariffSheet.TRANSIT)
          .add(
              draft.transit().get(overlap.entry()).line(),
              "days",
              "",
              "overlaps row %d for %s: keep each pair of postcodes in one row"
                  .formatted(draft.transit().get(overlap.earlier()).line(), draft.service()));
      reader.spoil(draft.service().carrier());
    }
    return overlaps.isEmpty();
  }
}
