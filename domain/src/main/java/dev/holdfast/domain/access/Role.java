package dev.holdfast.domain.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the holder of a key does for a living, and so what the key may do. */
public enum Role {
  /** Everything of its client, keys included. */
  ADMIN(EnumSet.allOf(Permission.class)),
  /** Plans stock and fulfilment: catalogue, transfers, imports; and everything a clerk does. */
  PLANNER(
      EnumSet.of(
          Permission.LOOK_UP,
          Permission.READ,
          Permission.SEE_BALANCES,
          Permission.RESERVE,
          Permission.HAND_OVER,
          Permission.SELL,
          Permission.HANDLE_STOCK,
          Permission.PLAN_STOCK,
          Permission.EDIT_CATALOGUE,
          Permission.BULK,
          Permission.PLACE_ORDERS,
          Permission.FULFIL,
          Permission.SET_UP_FULFILMENT)),
  /** Receives, counts, adjusts, transfers, writes off, sells; picks, packs and hands over. */
  CLERK(
      EnumSet.of(
          Permission.LOOK_UP,
          Permission.READ,
          Permission.SEE_BALANCES,
          Permission.RESERVE,
          Permission.HAND_OVER,
          Permission.SELL,
          Permission.HANDLE_STOCK,
          Permission.PLACE_ORDERS,
          Permission.FULFIL)),
  /** Sells, takes returns, reserves, takes orders and hands over. */
  CASHIER(
      EnumSet.of(
          Permission.LOOK_UP,
          Permission.READ,
          Permission.SEE_BALANCES,
          Permission.RESERVE,
          Permission.HAND_OVER,
          Permission.SELL,
          Permission.PLACE_ORDERS)),
  /** Another system: reads, reserves, places orders, and is told of changes. */
  PARTNER(
      EnumSet.of(
          Permission.LOOK_UP,
          Permission.READ,
          Permission.RESERVE,
          Permission.HAND_OVER,
          Permission.PLACE_ORDERS,
          Permission.MANAGE_WEBHOOKS)),
  /** Reads only. */
  READER(EnumSet.of(Permission.LOOK_UP, Permission.READ)),
  /**
   * Everybody on the internet, by a key that is no secret: what is in stock, and a small
   * reservation of it.
   */
  SHOPPER(EnumSet.of(Permission.LOOK_UP, Permission.RESERVE));

  /** One kind of thing that can be allowed. */
  public enum Permission {
    /** What a shop window shows: search, what can be promised, and single things by their names. */
    LOOK_UP,
    /** The client's lists and files, beyond what {@link #LOOK_UP} shows. */
    READ,
    /** On hand, reserved and safety stock, where {@link #READ} shows what can be promised. */
    SEE_BALANCES,
    /** A claim for a time: make it, extend it, give it back. */
    RESERVE,
    /** Confirm a reservation: its goods leave. Nobody hands goods over to themselves. */
    HAND_OVER,
    SELL,
    HANDLE_STOCK,
    PLAN_STOCK,
    EDIT_CATALOGUE,
    BULK,
    /** Promise goods to somebody's door: place, change, cancel and take back orders. */
    PLACE_ORDERS,
    /** The work on the floor: waves, picking, packing, handing over to carriers. */
    FULFIL,
    /** What every plan follows: cartons, class rules, facilities, layouts, tariffs. */
    SET_UP_FULFILMENT,
    MANAGE_WEBHOOKS,
    ADMINISTER_KEYS;

    /** The name on the wire. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** The name on the wire and in the store. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a name on the wire. */
  public static Optional<Role> ofLabel(String label) {
    for (Role role : values()) {
      if (role.label().equals(label)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
