package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.api.FactBatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * What a batch changes, given what is folded: the difference for each row, and what is remembered
 * of each fact.
 *
 * @param rows differences that are not 0
 * @param facts those whose version is later than the folded one
 */
record Change(Map<Row, Sums> rows, List<VersionedFact> facts) {
  /** How many facts are asked for at once. */
  private static final int FACTS_PER_QUESTION = 1_000;

  /**
   * A row of one grain.
   *
   * @param key at the start of the grain's stretch
   */
  record Row(Grain grain, RollUpKey key) {}

  static Change of(FactBatch batch, ClientDocuments folded) {
    Map<Row, Sums> rows = new LinkedHashMap<>();
    List<VersionedFact> later = new ArrayList<>();
    Map<ClientId, List<VersionedFact>> byClient =
        batch.facts().stream()
            .collect(
                Collectors.groupingBy(
                    VersionedFact::client, LinkedHashMap::new, Collectors.toList()));
    byClient.forEach((client, facts) -> {
      for (int from = 0; from < facts.size(); from += FACTS_PER_QUESTION) {
        int to = Math.min(facts.size(), from + FACTS_PER_QUESTION);
        later.addAll(replace(client, facts.subList(from, to), folded, rows));
      }
    });
    batch.increments().forEach(increment -> add(rows, increment, 1));
    rows.values().removeIf(Sums::isZero);
    return new Change(rows, later);
  }

  /** Counts the facts instead of their folded versions; those of which that is right. */
  private static List<VersionedFact> replace(
      ClientId client, List<VersionedFact> facts, ClientDocuments folded, Map<Row, Sums> rows) {
    List<UUID> ids = facts.stream().map(VersionedFact::id).toList();
    Map<UUID, Document> before = new LinkedHashMap<>();
    folded
        .find(client, new Document("fact", new Document("$in", ids)))
        .forEach(fact -> before.put(fact.get("fact", UUID.class), fact));
    List<VersionedFact> later = new ArrayList<>();
    for (VersionedFact fact : facts) {
      Document old = before.get(fact.id());
      if (old != null && old.getLong("version") >= fact.version()) {
        continue;
      }
      if (old != null) {
        FactDocuments.contributions(client, old).forEach(one -> add(rows, one, -1));
      }
      fact.contributions().forEach(one -> add(rows, one, 1));
      later.add(fact);
    }
    return later;
  }

  /** Of whom there is anything new. */
  Set<ClientId> clients() {
    Set<ClientId> clients = new HashSet<>();
    rows.keySet().forEach(row -> clients.add(row.key().client()));
    facts.forEach(fact -> clients.add(fact.client()));
    return clients;
  }

  private static void add(Map<Row, Sums> rows, Contribution contribution, long sign) {
    for (Grain grain : Grain.values()) {
      Row row = new Row(grain, contribution.key().at(grain));
      rows.computeIfAbsent(row, key -> new Sums()).add(contribution.sums(), sign);
    }
  }
}
