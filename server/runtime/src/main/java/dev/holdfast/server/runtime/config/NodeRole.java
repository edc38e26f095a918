package dev.holdfast.server.runtime.config;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part that a process plays in an installation. */
public enum NodeRole {
  /** Answers lookups from memory. */
  EDGE,
  /** Takes commands to the store. */
  LEDGER,
  /** Does, when elected, what nobody asks for. */
  JOBS;

  /**
   * Reads names with commas between.
   *
   * @throws IllegalArgumentException with the mend when one is unknown or there is none
   */
  static Set<NodeRole> parse(String text) {
    EnumSet<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
    for (String name : text.split(",", -1)) {
      try {
        roles.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException(
            "roles is \""
                + text
                + "\"; it must be some of edge, ledger, jobs, with commas between.",
            unknown);
      }
    }
    return roles;
  }
}
