package dev.holdfast.application.catalogue;

import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All locations of one client at one moment. */
record Places(Map<String, LocationRef> byCode, Map<Integer, LocationRef> byId) {
  static Places of(List<LocationRef> locations) {
    return new Places(
        locations.stream()
            .collect(Collectors.toUnmodifiableMap(LocationRef::code, Function.identity())),
        locations.stream()
            .collect(Collectors.toUnmodifiableMap(LocationRef::id, Function.identity())));
  }

  /** The later of two readings that may have overtaken each other: locations only ever come. */
  Places later(Places other) {
    return other.byId.size() > byId.size() ? other : this;
  }
}
