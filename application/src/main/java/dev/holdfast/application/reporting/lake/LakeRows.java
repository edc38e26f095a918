package dev.holdfast.application.reporting.lake;

import dev.holdfast.application.reporting.facts.WalkFacts.Walk;
import dev.holdfast.storage.api.FactCatalogue.PlaceName;
import dev.holdfast.storage.api.FactSource.EntryRow;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of one row each, in the columns of {@link dev.holdfast.storage.api.LakeTable}. */
final class LakeRows {
  private LakeRows() {}

  static List<@Nullable Object> entry(EntryRow entry) {
    UUID subject = entry.subject();
    return Arrays.asList(
        entry.clientCode(),
        entry.localDate(),
        entry.positionId(),
        entry.version(),
        entry.sku(),
        entry.category(),
        (long) entry.scale(),
        entry.location(),
        entry.kind(),
        entry.onHandDelta(),
        entry.reservedDelta(),
        entry.onHandAfter(),
        entry.reservedAfter(),
        entry.at(),
        subject == null ? null : subject.toString(),
        entry.note());
  }

  static List<@Nullable Object> walk(String client, PlaceName place, Walk walk) {
    LocalDateTime done = LocalDateTime.ofInstant(walk.doneAt(), place.zone());
    return Arrays.asList(
        client,
        done.toLocalDate(),
        walk.id().toString(),
        walk.version(),
        walk.number(),
        place.code(),
        walk.doneAt(),
        done,
        walk.lengthMm(),
        (long) walk.stops(),
        (long) walk.lines());
  }
}
