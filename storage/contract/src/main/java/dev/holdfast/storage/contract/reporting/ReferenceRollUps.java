package dev.holdfast.storage.contract.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Roll-ups without any rolling up: every fact in its latest version and every increment are kept as
 * they came, and each question goes over all of them.
 */
public final class ReferenceRollUps implements RollUpStore {
  private record FactId(ClientId client, UUID id) {}

  private record Group(
      @Nullable LocalDateTime start,
      int locationId,
      String carrier,
      String service,
      String category,
      String currency) {}

  private static final Comparator<Group> IN_ORDER =
      Comparator.comparing(Group::start, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(Group::locationId)
          .thenComparing(Group::carrier)
          .thenComparing(Group::service)
          .thenComparing(Group::category)
          .thenComparing(Group::currency);

  private final Map<FactId, VersionedFact> facts = new HashMap<>();
  private final List<Contribution> increments = new ArrayList<>();
  private final Map<ClientId, Long> versions = new HashMap<>();
  private Mark mark = Mark.START;

  @Override
  public synchronized Mark mark() {
    return mark;
  }

  @Override
  public synchronized Version version(ClientId client) {
    return new Version(mark, versions.getOrDefault(client, 0L));
  }

  @Override
  public synchronized boolean fold(FactBatch batch) {
    if (batch.from() != mark.value()) {
      return false;
    }
    Set<ClientId> changed = new HashSet<>();
    for (VersionedFact fact : batch.facts()) {
      FactId id = new FactId(fact.client(), fact.id());
      VersionedFact before = facts.get(id);
      if (before == null || before.version() < fact.version()) {
        facts.put(id, fact);
        changed.add(fact.client());
      }
    }
    batch.increments().forEach(increment -> changed.add(increment.key().client()));
    changed.forEach(client -> versions.merge(client, 1L, Long::sum));
    increments.addAll(batch.increments());
    mark = new Mark(batch.to(), batch.asOf());
    return true;
  }

  @Override
  public synchronized List<RollUpRow> read(RollUpQuestion question) {
    Map<Group, Sums> sums = new TreeMap<>(IN_ORDER);
    Stream<Contribution> ofFacts =
        facts.values().stream().flatMap(fact -> fact.contributions().stream());
    Stream.concat(ofFacts, increments.stream())
        .filter(one -> isAsked(question, one.key()))
        .forEach(one -> {
          Sums row = sums.computeIfAbsent(group(question, one.key()), key -> new Sums());
          for (Measure measure : question.measures()) {
            row.add(measure, one.sums().get(measure));
          }
        });
    List<RollUpRow> rows = new ArrayList<>();
    sums.forEach((group, row) -> {
      if (!row.isZero()) {
        rows.add(
            new RollUpRow(
                group.start(),
                group.locationId(),
                group.carrier(),
                group.service(),
                group.category(),
                group.currency(),
                row));
      }
    });
    return rows;
  }

  private static boolean isAsked(RollUpQuestion question, RollUpKey key) {
    return key.client().equals(question.client())
        && key.cut() == question.cut()
        && !key.hour().isBefore(question.from())
        && key.hour().isBefore(question.to())
        && question.only().entrySet().stream()
            .allMatch(filter -> filter.getValue().contains(value(key, filter.getKey())));
  }

  private static String value(RollUpKey key, Dimension dimension) {
    return switch (dimension) {
      case LOCATION -> Integer.toString(key.locationId());
      case CARRIER -> key.carrier();
      case SERVICE -> key.service();
      case CATEGORY -> key.category();
    };
  }

  private static Group group(RollUpQuestion question, RollUpKey key) {
    Set<Dimension> by = question.by();
    return new Group(
        question.byTime() ? question.grain().startOf(key.hour()) : null,
        by.contains(Dimension.LOCATION) ? key.locationId() : 0,
        by.contains(Dimension.CARRIER) ? key.carrier() : "",
        by.contains(Dimension.SERVICE) ? key.service() : "",
        by.contains(Dimension.CATEGORY) ? key.category() : "",
        key.currency());
  }

  @Override
  public synchronized List<Waiting> backlog(BacklogQuestion question) {
    List<Waiting> ages = new ArrayList<>();
    for (int age = 0; age <= question.limits().size(); age++) {
      int wanted = age;
      List<Open> open =
          facts.values().stream()
              .filter(fact -> fact.client().equals(question.client()))
              .flatMap(fact -> fact.open().stream())
              .filter(one -> question.ageOf(one.placedAt()) == wanted)
              .filter(one -> isAsked(question, one))
              .toList();
      long lines = open.stream().mapToLong(Open::lines).sum();
      long late = open.stream().filter(one -> one.shipBy().isBefore(question.now())).count();
      ages.add(new Waiting(open.size(), lines, late));
    }
    return ages;
  }

  private static boolean isAsked(BacklogQuestion question, Open open) {
    return question.only().entrySet().stream()
        .allMatch(filter ->
            filter
                .getValue()
                .contains(
                    switch (filter.getKey()) {
                      case LOCATION -> Integer.toString(open.locationId());
                      case CARRIER -> open.carrier();
                      case SERVICE -> open.service();
                      case CATEGORY -> "";
                    }));
  }

  @Override
  public synchronized void clear() {
    facts.clear();
    increments.clear();
    versions.replaceAll((client, number) -> number + 1);
    mark = Mark.START;
  }
}
