package dev.holdfast.domain.access;

import java.time.Duration;

/** How long somebody stays signed in. */
public final class SessionTerms {
  /** Without a request: a working day, so that a tablet left in a store is closed by the next. */
  public static final Duration IDLE = Duration.ofHours(12);

  /** In all, however busy: whoever took a session over unseen has it for a week at most. */
  public static final Duration AGE = Duration.ofDays(7);

  /** Sessions of one account: more devices than a person has; beyond, the oldest end. */
  public static final int MAX_PER_ACCOUNT = 20;

  private SessionTerms() {}
}
