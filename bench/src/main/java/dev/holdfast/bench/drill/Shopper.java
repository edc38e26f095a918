package dev.holdfast.bench.drill;

import dev.holdfast.bench.drill.Attempt.Amount;
import dev.holdfast.bench.drill.Attempt.Kind;
import dev.holdfast.bench.drill.Attempt.Position;
import dev.holdfast.bench.instance.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One client under load: reserves, confirms, releases, orders, cancels, sells and receives at
 * random, one command after the other, and tries a command whose outcome it does not know again
 * with the same key until it is told to stop. One thread.
 */
final class Shopper implements Runnable {
  private static final int MAX_LINES = 3;
  private static final int MAX_UNITS = 3;
  private static final int MAX_RECEIVED = 24;

  /** Shares of 100: what a shopper does next. Stock runs low, so some are refused. */
  private static final int RESERVE = 30;

  private static final int CONFIRM = RESERVE + 14;
  private static final int RELEASE = CONFIRM + 11;
  private static final int ORDER = RELEASE + 15;
  private static final int CANCEL = ORDER + 10;
  private static final int SELL = CANCEL + 12;

  /** Of 100 reservations and orders that were ended, so many are offered to be ended once more. */
  private static final int TWICE = 10;

  private static final long PAUSE_MILLIS = 20;

  private final Api api;
  private final Journal journal;
  private final List<Position> positions;
  private final OpenClaims open;
  private final SplittableRandom random;
  private final AtomicBoolean stop;

  /**
   * @param open reservations and orders made by any shopper and not ended yet; shared
   * @param stop ends every shopper
   */
  Shopper(
      Api api,
      Journal journal,
      List<Position> positions,
      OpenClaims open,
      SplittableRandom random,
      AtomicBoolean stop) {
    this.api = api;
    this.journal = journal;
    this.positions = positions;
    this.open = open;
    this.random = random;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      while (!stop.get()) {
        Attempt attempt = next();
        journal.add(attempt);
        while (!tryOnce(api, attempt) && !stop.get()) {
          Thread.sleep(PAUSE_MILLIS);
        }
        open.keep(attempt);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends an attempt once; says whether it is settled now. */
  static boolean tryOnce(Api api, Attempt attempt) throws InterruptedException {
    try {
      return attempt.answered(api.command(attempt.path(), attempt.key(), attempt.json()));
    } catch (IOException unknown) {
      return false;
    }
  }

  private Attempt next() {
    int share = random.nextInt(100);
    boolean ends = (share >= RESERVE && share < RELEASE) || (share >= ORDER && share < CANCEL);
    if (ends) {
      Attempt made = open.take(share < RELEASE ? Kind.RESERVE : Kind.ORDER, again());
      if (made != null) {
        Kind end = share < CONFIRM ? Kind.CONFIRM : Kind.RELEASE;
        return Attempt.on(share < RELEASE ? end : Kind.CANCEL, made);
      }
    }
    if (share < RELEASE) {
      return Attempt.of(Kind.RESERVE, amounts(MAX_UNITS));
    }
    if (share < CANCEL) {
      return Attempt.of(Kind.ORDER, amounts(MAX_UNITS));
    }
    return share < SELL
        ? Attempt.of(Kind.SELL, amounts(MAX_UNITS))
        : Attempt.of(Kind.RECEIVE, amounts(MAX_RECEIVED));
  }

  private boolean again() {
    return random.nextInt(100) < TWICE;
  }

  /** Lines over different positions, in a random order. */
  private List<Amount> amounts(int mostUnits) {
    List<Position> shuffled = new ArrayList<>(positions);
    int lines = 1 + random.nextInt(MAX_LINES);
    List<Amount> amounts = new ArrayList<>(lines);
    for (int line = 0; line < lines; line++) {
      Collections.swap(shuffled, line, line + random.nextInt(shuffled.size() - line));
      amounts.add(new Amount(shuffled.get(line), 1 + random.nextInt(mostUnits)));
    }
    return amounts;
  }
}
