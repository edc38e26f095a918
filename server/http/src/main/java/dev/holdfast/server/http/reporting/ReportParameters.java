package dev.holdfast.server.http.reporting;

import dev.holdfast.application.reporting.AnswerReport;
import dev.holdfast.application.reporting.Report;
import dev.holdfast.application.reporting.ReportPlaces;
import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.application.reporting.Step;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Paydays;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The parameters of a report, read strictly: what is unknown, or means nothing, is refused. */
final class ReportParameters {
  private static final String DATE = "must be a day, such as 2026-11-20";
  private static final int DATE_LENGTH = 10;
  private static final int MAX_CODE = 100;
  private static final Set<String> KNOWN =
      Set.of(
          "from",
          "to",
          "by",
          "location",
          "carrier",
          "service",
          "category",
          "currency",
          "payday",
          "format",
          "part");

  private final AnswerReport reports;
  private final ReportPlaces places;
  private final BiPredicate<ClientId, String> isCategory;

  /**
   * @param isCategory whether a client may have a category of this name
   */
  ReportParameters(
      AnswerReport reports, ReportPlaces places, BiPredicate<ClientId, String> isCategory) {
    this.reports = reports;
    this.places = places;
    this.isCategory = isCategory;
  }

  /**
   * What is asked.
   *
   * @throws ApiException 404 of a report that does not exist, 422 naming every parameter at fault
   */
  ReportQuestion read(Exchange exchange) {
    return new Reading(exchange).question();
  }

  /** The report that the path names. */
  private static Report report(Exchange exchange) {
    String name = exchange.path("report");
    return Report.ofLabel(name)
        .orElseThrow(() ->
            new ApiException(
                Problem.notFound(
                    "There is no report "
                        + name
                        + ", only "
                        + String.join(", ", Report.labels()))));
  }

  /** One request's parameters and what is wrong with them. */
  private final class Reading {
    private final Exchange exchange;
    private final ClientId client;
    private final Report report;
    private final MultiMap values;
    private final List<Violation> faults = new ArrayList<>();

    Reading(Exchange exchange) {
      this.exchange = exchange;
      this.client = exchange.principal().client();
      this.report = report(exchange);
      this.values = exchange.request().params();
    }

    ReportQuestion question() {
      checkNames();
      Map<Dimension, List<String>> filters = filters();
      LocalDate wantedTo = date("to");
      LocalDate wantedFrom = date("from");
      LocalDate to = wantedTo == null ? usualTo(wantedFrom) : wantedTo;
      LocalDate from =
          wantedFrom == null ? to.minusDays(ReportQuestion.USUAL_DAYS - 1) : wantedFrom;
      checkRange(from, to);
      Step step = step(from, to);
      LocalDate payday = payday(from, to);
      String currency = currency();
      if (!faults.isEmpty()) {
        throw new ApiException(Problem.invalid(faults));
      }
      return new ReportQuestion(client, report, from, to, step, filters, currency, payday);
    }

    private LocalDate usualTo(@Nullable LocalDate from) {
      LocalDate today = reports.today(client);
      return from != null && from.isAfter(today) ? from : today;
    }

    private void fault(String field, String mend) {
      faults.add(new Violation(field, mend));
    }

    /** Path values are among the parameters too. */
    private void checkNames() {
      for (String name : new TreeSet<>(values.names())) {
        if (!KNOWN.contains(name) && !name.equals("report")) {
          String all = String.join(", ", new TreeSet<>(KNOWN));
          fault(name, "is no parameter of reports; leave it out, or choose of " + all);
        } else if (Dimension.ofLabel(name).isEmpty() && values.getAll(name).size() > 1) {
          fault(name, "is given twice; give it once");
        }
      }
    }

    private Map<Dimension, List<String>> filters() {
      Map<Dimension, List<String>> filters = new EnumMap<>(Dimension.class);
      for (Dimension dimension : Dimension.values()) {
        String name = dimension.label();
        List<String> codes =
            values.getAll(name).stream().filter(code -> !code.isEmpty()).distinct().toList();
        if (!codes.isEmpty() && !report.filters().contains(dimension)) {
          throw new ApiException(notInThisReport(report, dimension));
        }
        if (codes.size() > ReportQuestion.MAX_FILTERS) {
          fault(name, "is given too often: at most " + ReportQuestion.MAX_FILTERS + " times");
        } else if (!codes.isEmpty()) {
          checkCodes(dimension, codes);
          filters.put(dimension, codes);
        }
      }
      return filters;
    }

    private void checkCodes(Dimension dimension, List<String> codes) {
      String name = dimension.label();
      List<String> unknown = codes.stream().filter(code -> !isKnown(dimension, code)).toList();
      if (unknown.isEmpty()) {
        return;
      }
      if (unknown.stream().anyMatch(code -> code.isBlank() || code.length() > MAX_CODE)) {
        fault(name, "must be a code of 1 to " + MAX_CODE + " characters");
      } else {
        String where =
            dimension == Dimension.LOCATION
                ? "; GET /v1/locations lists them"
                : "; GET /v1/skus shows each SKU's";
        fault(name, "there is no " + name + " " + String.join(", ", unknown) + where);
      }
    }

    private boolean isKnown(Dimension dimension, String code) {
      if (code.isBlank() || code.length() > MAX_CODE) {
        return false;
      }
      return switch (dimension) {
        case LOCATION -> places.ofCode(client, code) != null;
        case CATEGORY -> isCategory.test(client, code);
        // Carriers and services come and go with tariffs; reports still know the old ones.
        case CARRIER, SERVICE -> true;
      };
    }

    private @Nullable LocalDate date(String name) {
      String text = exchange.query(name);
      try {
        if (text == null) {
          return null;
        }
        LocalDate day = LocalDate.parse(text);
        if (text.length() == DATE_LENGTH && day.getYear() >= 2000) {
          return day;
        }
      } catch (DateTimeException malformed) {
        // Told below, like a day that no calendar of ours has.
      }
      fault(name, DATE);
      return null;
    }

    private void checkRange(LocalDate from, LocalDate to) {
      if (from.isAfter(to)) {
        fault("from", "must not be after to, which is " + to);
      } else if (from.isBefore(to.minusYears(ReportQuestion.MAX_YEARS))) {
        fault(
            "from",
            "is more than two years before to; ask from "
                + to.minusYears(ReportQuestion.MAX_YEARS)
                + ", or ask twice");
      }
    }

    private @Nullable Step step(LocalDate from, LocalDate to) {
      String text = exchange.query("by");
      if (text == null) {
        return report.usualStep().orElse(null);
      }
      Step step = Step.ofLabel(text).orElse(null);
      if (step == null || !report.steps().contains(step)) {
        List<String> possible = report.steps().stream().sorted().map(Step::label).toList();
        fault(
            "by",
            possible.isEmpty()
                ? "means nothing in the report " + report.label() + "; leave it out"
                : "must be one of " + String.join(", ", possible));
        return null;
      }
      long days = to.toEpochDay() - from.toEpochDay() + 1;
      if (step == Step.HOUR && days > ReportQuestion.MAX_DAYS_BY_HOUR) {
        fault(
            "by",
            "goes by the hour with at most "
                + ReportQuestion.MAX_DAYS_BY_HOUR
                + " days, and these are "
                + days
                + "; ask for fewer, or by=day");
      }
      return step;
    }

    private @Nullable LocalDate payday(LocalDate from, LocalDate to) {
      if (report != Report.PAYDAY) {
        if (exchange.query("payday") != null) {
          fault("payday", "goes with the report payday alone; leave it out");
        }
        return null;
      }
      LocalDate asked = date("payday");
      if (asked != null) {
        if (!Paydays.isPayday(asked)) {
          fault(
              "payday",
              "must be the first or the third Friday of a month; the latest one before it is "
                  + Paydays.before(asked));
        }
        return asked;
      }
      LocalDate today = reports.today(client);
      LocalDate latest = Paydays.latest(today.isBefore(to) ? today : to);
      if (latest.isBefore(from)) {
        fault("from", "leaves no payday that has begun; the latest one is " + latest);
      }
      return latest;
    }

    private @Nullable String currency() {
      String text = exchange.query("currency");
      if (text != null && !text.matches("[A-Z]{3}")) {
        fault("currency", "must be three capital letters, such as USD");
      }
      return text;
    }
  }

  private static Problem notInThisReport(Report report, Dimension dimension) {
    List<String> others =
        Arrays.stream(Report.values())
            .filter(other -> other.filters().contains(dimension))
            .map(Report::label)
            .toList();
    return Problem.of(
            422,
            "not-in-this-report",
            "The report is not kept by this",
            "The report "
                + report.label()
                + " cannot be filtered by "
                + dimension.label()
                + ". Leave it out, or ask one of "
                + String.join(", ", others)
                + ".")
        .field(dimension.label());
  }
}
