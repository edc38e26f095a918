package dev.holdfast.storage.contract.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Random batches that collide as often as they can: few hours around the end of a month, few
 * places, few facts that change again and again and whose older versions come late. And random
 * questions about them.
 */
final class RandomFacts {
  private static final LocalDateTime FIRST_HOUR = LocalDateTime.of(2026, 10, 31, 20, 0);
  private static final Instant FIRST_PLACED = Instant.parse("2026-10-31T20:00:00Z");
  private static final int HOURS = 60;
  private static final int FACTS = 12;
  private static final List<Integer> PLACES = List.of(3, 70, 1_000_000);
  private static final List<String> CARRIERS = List.of("dhl", "DPD", "");
  private static final List<String> SERVICES = List.of("express", "standard");
  private static final List<String> CATEGORIES = List.of("Bücher", "b' or 1=1", "food", "");
  private static final List<String> CURRENCIES = List.of("CHF", "EUR", "");

  private final Random random;
  private final List<ClientId> clients;
  private final Map<UUID, Long> versions = new HashMap<>();

  RandomFacts(long seed, List<ClientId> clients) {
    this.random = new Random(seed);
    this.clients = clients;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** What goes on from a mark. */
  FactBatch batch(long from) {
    Map<Map.Entry<ClientId, UUID>, VersionedFact> facts = new LinkedHashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      VersionedFact fact = fact();
      facts.put(Map.entry(fact.client(), fact.id()), fact);
    }
    List<Contribution> increments = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Contribution increment = new Contribution(key(one(clients)), sums());
      increments.add(increment);
      if (random.nextInt(3) == 0) {
        increments.add(increment);
      }
    }
    long to = from + 1 + random.nextInt(1_000);
    return new FactBatch(
        from, to, FIRST_PLACED.plusSeconds(to), List.copyOf(facts.values()), increments);
  }

  private VersionedFact fact() {
    // Clients share the identifiers of their facts: only both together name one.
    UUID id = new UUID(7, random.nextInt(FACTS));
    long latest = versions.merge(id, 1L, Long::sum);
    boolean late = random.nextInt(5) == 0;
    long version = late ? 1 + random.nextInt((int) latest) : latest;
    ClientId client = one(clients);
    Map<RollUpKey, Contribution> contributions = new LinkedHashMap<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      RollUpKey key = key(client);
      contributions.put(key, new Contribution(key, sums()));
    }
    List<Open> open = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      open.add(waiting(new UUID(id.getLeastSignificantBits() << 8 | i, client.value())));
    }
    return new VersionedFact(client, id, version, List.copyOf(contributions.values()), open);
  }

  private Open waiting(UUID shipment) {
    Instant since = moment();
    return new Open(
        shipment,
        one(PLACES),
        one(CARRIERS),
        one(SERVICES),
        since,
        since.plusSeconds(60),
        1 + random.nextInt(9));
  }

  private RollUpKey key(ClientId client) {
    Cut cut = one(List.of(Cut.values()));
    Set<Dimension> has = cut.dimensions();
    return new RollUpKey(
        client,
        cut,
        FIRST_HOUR.plusHours(random.nextInt(HOURS)),
        has.contains(Dimension.LOCATION) ? one(PLACES) : 0,
        has.contains(Dimension.CARRIER) ? one(CARRIERS) : "",
        has.contains(Dimension.SERVICE) ? one(SERVICES) : "",
        has.contains(Dimension.CATEGORY) ? one(CATEGORIES) : "",
        one(CURRENCIES));
  }

  private Sums sums() {
    Sums sums = new Sums();
    for (int i = random.nextInt(6); i >= 0; i--) {
      Measure measure = one(List.of(Measure.values()));
      sums.add(measure, random.nextInt(9) == 0 ? 5_000_000_000L : random.nextInt(-40, 400));
    }
    return sums;
  }

  /** Often the same one. */
  private Instant moment() {
    return FIRST_PLACED.plusSeconds(random.nextInt(50) * 450L + random.nextInt(2));
  }

  /** Ages that begin and end when something was ordered, and just before and after. */
  BacklogQuestion backlog(ClientId client) {
    Set<Instant> limits = new TreeSet<>(Comparator.reverseOrder());
    for (int i = random.nextInt(5); i > 0; i--) {
      limits.add(moment().plusMillis(random.nextInt(-1, 2)));
    }
    Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Cut.SERVICE.dimensions()) {
      if (random.nextInt(3) == 0) {
        only.put(dimension, values(dimension));
      }
    }
    return new BacklogQuestion(client, only, List.copyOf(limits), moment());
  }

  /** A question of one client, about what there is and now and then about what there is not. */
  RollUpQuestion question() {
    Cut cut = one(List.of(Cut.values()));
    Grain grain = one(List.of(Grain.values()));
    LocalDateTime from = grain.startOf(FIRST_HOUR.plusHours(random.nextInt(-5, HOURS)));
    LocalDateTime to =
        switch (grain) {
          case HOUR -> from.plusHours(1 + random.nextInt(HOURS));
          case DAY -> from.plusDays(1 + random.nextInt(4));
          case MONTH -> from.plusMonths(1 + random.nextInt(2));
        };
    Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
    Set<Dimension> by = EnumSet.noneOf(Dimension.class);
    for (Dimension dimension : cut.dimensions()) {
      if (random.nextBoolean()) {
        by.add(dimension);
      }
      if (random.nextInt(3) == 0) {
        only.put(dimension, values(dimension));
      }
    }
    Set<Measure> measures = EnumSet.of(one(List.of(Measure.values())));
    for (int i = random.nextInt(Measure.count()); i > 0; i--) {
      measures.add(one(List.of(Measure.values())));
    }
    return new RollUpQuestion(
        one(clients), cut, grain, from, to, only, random.nextBoolean(), by, measures);
  }

  private Set<String> values(Dimension dimension) {
    List<String> all =
        switch (dimension) {
          case LOCATION -> List.of("3", "70", "1000000", "5");
          case CARRIER -> CARRIERS;
          case SERVICE -> SERVICES;
          case CATEGORY -> CATEGORIES;
        };
    Set<String> some = new HashSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      some.add(one(all));
    }
    return some;
  }
}
