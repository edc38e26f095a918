package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.api.SetupStore.Change;
import dev.holdfast.storage.api.SetupStore.SetupRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes a client's settings, each by itself or many at once, if all of them can be used, also
 * together with those that stay. Safe for use by several threads; blocks.
 */
public final class SetUpFulfilment {
  /** How often a change is thought over because another was first. */
  static final int MAX_ATTEMPTS = 5;

  /** The most carton types: packing tries each, and a store room has fewer. */
  public static final int MAX_CARTONS = 100;

  private final SetupStore store;
  private final CatalogueStore catalogue;
  private final SetupBook book;
  private final SettingsTogether together;

  public SetUpFulfilment(SetupStore store, CatalogueStore catalogue, SetupBook book) {
    this.store = store;
    this.catalogue = catalogue;
    this.book = book;
    this.together = new SettingsTogether(store);
  }

  /**
   * A setting by its code.
   *
   * @param code that of a carton, SKU or location, or {@link SettingKind#ONCE}
   */
  public record Coded(String code, Setting setting) {}

  /** Sets one, or replaces it. */
  public SetupAnswer put(ClientId client, String code, Setting setting) {
    List<Violation> found = new ArrayList<>(setting.check());
    if (found.isEmpty() && !isThere(client, code, setting)) {
      return new SetupAnswer.NotThere();
    }
    if (found.isEmpty() && setting instanceof LayoutSetting layout) {
      found.addAll(unknownSkus(client, layout));
    }
    if (!found.isEmpty()) {
      return new SetupAnswer.Invalid(found);
    }
    return change(
        client,
        () -> {
          List<Violation> clashes = together.clashes(client, code, setting);
          return clashes.isEmpty()
              ? new Plan(List.of(change(code, setting)), null)
              : new Plan(List.of(), new SetupAnswer.Invalid(clashes));
        });
  }

  /**
   * Sets many for a client that has none of these kinds yet, such as the demo company.
   *
   * @param settings sound ones; no kind and code twice
   */
  public SetupAnswer putAll(ClientId client, Collection<Coded> settings) {
    List<Change> changes = new ArrayList<>();
    for (Coded one : settings) {
      List<Violation> found = one.setting().check();
      if (!found.isEmpty()) {
        return new SetupAnswer.Invalid(found);
      }
      changes.add(change(one.code(), one.setting()));
    }
    return change(client, () -> new Plan(changes, null));
  }

  /** Removes one. */
  public SetupAnswer remove(ClientId client, SettingKind kind, String code) {
    return change(
        client,
        () ->
            store.find(client, kind.label(), code).isPresent()
                ? new Plan(List.of(new Change(kind.label(), code, null)), null)
                : new Plan(List.of(), new SetupAnswer.NotThere()));
  }

  /** What is to be changed, or why nothing is. */
  private record Plan(List<Change> changes, @Nullable SetupAnswer refusal) {}

  /** Thinks a change over at the latest revision, and again where another was first. */
  private SetupAnswer change(ClientId client, Supplier<Plan> plan) {
    SetupAnswer answer = new SetupAnswer.Busy();
    for (int i = 0; i < MAX_ATTEMPTS && answer instanceof SetupAnswer.Busy; i++) {
      long revision = revision(client);
      Plan wanted = plan.get();
      answer =
          wanted.refusal() == null ? attempt(client, revision, wanted.changes()) : wanted.refusal();
    }
    return answer;
  }

  /**
   * The latest revision. To be read before what a change depends on: whatever moves between the two
   * makes the change start again.
   */
  long revision(ClientId client) {
    return store.revision(client);
  }

  /** A setting as it stands. */
  Optional<SetupRow> find(ClientId client, SettingKind kind, String code) {
    return store.find(client, kind.label(), code);
  }

  /** Makes a change that was thought of at a revision; busy when there is a later one. */
  SetupAnswer attempt(ClientId client, long known, List<Change> changes) {
    OptionalLong revision = store.change(client, known, changes);
    if (revision.isEmpty()) {
      return new SetupAnswer.Busy();
    }
    book.changed(client);
    return new SetupAnswer.Saved(revision.getAsLong());
  }

  private static Change change(String code, Setting setting) {
    return new Change(setting.kind().label(), code, SettingJson.write(setting));
  }

  private boolean isThere(ClientId client, String code, Setting setting) {
    return switch (setting.kind()) {
      case WISHES -> !catalogue.skusByCode(client, List.of(code)).isEmpty();
      case FACILITY, LAYOUT -> catalogue.location(client, code).isPresent();
      default -> true;
    };
  }

  private List<Violation> unknownSkus(ClientId client, LayoutSetting layout) {
    List<String> codes = layout.slots().stream().map(LayoutSetting.SkuSlot::sku).toList();
    Set<String> known = new HashSet<>();
    for (int from = 0; from < codes.size(); from += Page.MAX_LIMIT) {
      List<String> part = codes.subList(from, Math.min(codes.size(), from + Page.MAX_LIMIT));
      catalogue.skusByCode(client, part).stream().map(SkuRef::code).forEach(known::add);
    }
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if (!known.contains(codes.get(i))) {
        found.add(
            new Violation(
                "slots[" + i + "].sku",
                "has no SKU " + codes.get(i) + ": correct the code, or add the SKU first"));
      }
    }
    return found;
  }
}
