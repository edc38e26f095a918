package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.domain.fulfilment.rate.BandRow;
import dev.holdfast.domain.fulfilment.rate.Charge;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.ParcelLimits;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.SurchargeRow;
import dev.holdfast.domain.fulfilment.rate.TariffRows;
import dev.holdfast.domain.fulfilment.rate.ZoneRow;
import dev.holdfast.domain.fulfilment.transit.HandlingTime;
import dev.holdfast.domain.fulfilment.transit.Hours;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: goes through the rows of every service one after the other until one fits, as most
 * shops would write it first. It gives the choice only, without charges, steps and reasons. Written
 * apart from the code that it is compared with, so that it also checks its answers.
 */
final class LinearScan {
  private static final long NONE = -1;

  private final List<Offer> offers;

  LinearScan(List<Offer> offers) {
    this.offers = List.copyOf(offers);
  }

  Answer cheapest(Question question) {
    Answer best = Answer.NONE;
    for (Offer offer : offers) {
      LocalDate date = arrival(offer, question);
      if (date == null || date.isAfter(question.promised())) {
        continue;
      }
      long minor = price(offer.tariff(), question);
      boolean better =
          best.service() == null
              || minor < best.minor()
              || (minor == best.minor() && best.date() != null && date.isBefore(best.date()));
      if (minor != NONE && better) {
        best = new Answer(offer.calendar().service(), minor, date);
      }
    }
    return best;
  }

  private static @Nullable LocalDate arrival(Offer offer, Question question) {
    int days = transitDays(offer, question);
    if (days < 0) {
      return null;
    }
    ServiceCalendar calendar = offer.calendar();
    ZonedDateTime ready = ready(calendar, question);
    LocalDate day = ready.toLocalDate();
    while (!picksUp(calendar, day)
        || ready.toLocalDateTime().isAfter(day.atStartOfDay().plusMinutes(cutOff(calendar, day)))) {
      day = day.plusDays(1);
      ready = day.atStartOfDay(question.origin().zone());
    }
    while (days > 0) {
      day = day.plusDays(1);
      if (calendar.transitDays().contains(day.getDayOfWeek()) && isOpen(calendar, day)) {
        days--;
      }
    }
    while (!calendar.deliveryDays().contains(day.getDayOfWeek()) || !isOpen(calendar, day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static int transitDays(Offer offer, Question question) {
    for (PostcodePairs.Entry entry : offer.transit()) {
      if (entry.origin().holds(question.origin().postcode())
          && entry.destination().holds(question.destination().postcode())) {
        return entry.value();
      }
    }
    return -1;
  }

  private static ZonedDateTime ready(ServiceCalendar calendar, Question question) {
    Duration rest = ((HandlingTime.Working) calendar.handling()).time();
    ZonedDateTime at = question.release().atZone(question.origin().zone());
    while (true) {
      LocalDate day = at.toLocalDate();
      Hours hours = calendar.hours().get(day.getDayOfWeek());
      if (hours != null && isOpen(calendar, day)) {
        ZonedDateTime open = day.atTime(hours.openMinute() / 60, 0).atZone(at.getZone());
        ZonedDateTime close = day.atTime(hours.closeMinute() / 60, 0).atZone(at.getZone());
        ZonedDateTime from = at.isBefore(open) ? open : at;
        if (from.isBefore(close)) {
          Duration free = Duration.between(from, close);
          if (free.compareTo(rest) >= 0) {
            return from.plus(rest);
          }
          rest = rest.minus(free);
        }
      }
      at = day.plusDays(1).atStartOfDay(at.getZone());
    }
  }

  private static boolean picksUp(ServiceCalendar calendar, LocalDate day) {
    return calendar.cutOffs().containsKey(day.getDayOfWeek()) && isOpen(calendar, day);
  }

  private static int cutOff(ServiceCalendar calendar, LocalDate day) {
    return calendar.cutOffs().getOrDefault(day.getDayOfWeek(), 0);
  }

  private static boolean isOpen(ServiceCalendar calendar, LocalDate day) {
    return !calendar.holidays().containsKey(day);
  }

  private static long price(TariffRows rows, Question question) {
    Parcel parcel = question.parcel();
    String zone = zone(rows, question);
    if (zone == null || !fits(rows.terms().limits(), parcel)) {
      return NONE;
    }
    long volume = (long) parcel.lengthMm() * parcel.widthMm() * parcel.heightMm();
    int divisor = rows.terms().weight().divisorMm3PerG();
    int step = rows.terms().weight().stepG();
    long heavier = Math.max(parcel.weightG(), (volume + divisor - 1) / divisor);
    long base = base(rows.bands(), zone, (heavier + step - 1) / step * step);
    if (base == NONE) {
      return NONE;
    }
    long total = base;
    long underFuel = rows.terms().fuel().on().contains(Charge.BASE) ? base : 0;
    Set<String> charged = new HashSet<>();
    for (SurchargeRow row : rows.surcharges()) {
      if (applies(row, question) && charged.add(row.name())) {
        total += row.priceMinor();
        underFuel += rows.terms().fuel().on().contains(row.name()) ? row.priceMinor() : 0;
      }
    }
    total += (underFuel * rows.terms().fuel().basisPoints() + 5_000) / 10_000;
    return Math.max(total, rows.terms().minimumMinor());
  }

  private static @Nullable String zone(TariffRows rows, Question question) {
    for (ZoneRow row : rows.zones()) {
      if (row.origin().holds(question.origin().postcode())
          && row.destination().holds(question.destination().postcode())) {
        return row.zone();
      }
    }
    return null;
  }

  private static boolean fits(ParcelLimits limits, Parcel parcel) {
    return (limits.weightG() == 0 || parcel.weightG() <= limits.weightG())
        && (limits.longestMm() == 0 || parcel.longestMm() <= limits.longestMm())
        && (limits.lengthAndGirthMm() == 0
            || parcel.lengthAndGirthMm() <= limits.lengthAndGirthMm());
  }

  private static long base(List<BandRow> bands, String zone, long billable) {
    long before = 0;
    for (BandRow row : bands) {
      if (row.zone().equals(zone)) {
        if (billable > row.overG() && billable <= row.upToG()) {
          long steps = row.stepG() == 0 ? 1 : (billable - row.overG() - 1) / row.stepG() + 1;
          return (row.stepG() == 0 ? 0 : before) + steps * row.priceMinor();
        }
        before = row.priceMinor();
      }
    }
    return NONE;
  }

  private static boolean applies(SurchargeRow row, Question question) {
    Parcel parcel = question.parcel();
    return switch (row.kind()) {
      case ALWAYS -> true;
      case RESIDENTIAL -> question.destination().residential();
      case OVERSIZE -> parcel.longestMm() > row.over();
      case GIRTH -> parcel.lengthAndGirthMm() > row.over();
      case OVERWEIGHT -> parcel.weightG() > row.over();
      case REMOTE -> row.area() != null && row.area().holds(question.destination().postcode());
    };
  }
}
