package dev.holdfast.application.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.catalogue.ClientId;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one visitor of an open shop may do on this node, whose key everybody has. A visitor is a
 * network address, so that people behind one address share what it may do. Safe for use by several
 * threads.
 *
 * <p>Bounded: {@link #MAX_VISITORS} are remembered, the rarest forgotten first. A flood that pushes
 * others out has to come from as many addresses.
 */
public final class VisitorLimits {
  /** Of some 200 bytes each, or 2 KB where they also reserve. */
  static final int MAX_VISITORS = 50_000;

  /** Longer than a shopper's reservation, so that none of a visitor who waits is forgotten. */
  private static final Duration REMEMBER = Duration.ofMinutes(70);

  private final Terms terms;
  private final LongSupplier nanoClock;
  private final Cache<Who, Visitor> visitors;

  /**
   * How much is allowed; 0 of anything: as much as anybody likes.
   *
   * @param lookupsPerMinute spread as the visitor likes: a minute's worth may come at once
   * @param commandsPerMinute likewise
   * @param reservations that may be held at a time
   */
  public record Terms(int lookupsPerMinute, int commandsPerMinute, int reservations) {
    /** No limits at all. */
    public static final Terms NONE = new Terms(0, 0, 0);
  }

  private record Who(int client, String address) {}

  public VisitorLimits(Terms terms) {
    this(terms, System::nanoTime);
  }

  VisitorLimits(Terms terms, LongSupplier nanoClock) {
    this.terms = terms;
    this.nanoClock = nanoClock;
    this.visitors =
        Caffeine.newBuilder()
            .ticker(nanoClock::getAsLong)
            .expireAfterAccess(REMEMBER)
            .maximumSize(MAX_VISITORS)
            .build();
  }

  /** The visitor of a client's shop who comes from an address. */
  public Visitor visitor(ClientId client, String address) {
    return visitors.get(new Who(client.value(), address), unknown -> new Visitor(terms, nanoClock));
  }

  /** How many are remembered. */
  long remembered() {
    visitors.cleanUp();
    return visitors.estimatedSize();
  }
}
