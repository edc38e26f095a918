package dev.holdfast.bench.drill;

import dev.holdfast.bench.drill.Attempt.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what shoppers were told with what the store holds. Every finding counts once and is kept
 * as a sentence.
 */
final class Verdict {
  private static final int SENTENCES = 20;
  private static final Expected.Balance NOTHING = new Expected.Balance(0, 0);

  private final List<String> sentences = new ArrayList<>();
  private long lost;
  private long oversold;
  private long twice;
  private long misplaced;

  /** Acknowledged effects that the store does not have. */
  long lost() {
    return lost;
  }

  /** Ledger entries after which more was promised than was there. */
  long oversold() {
    return oversold;
  }

  /** Effects that the store has more than once, or that nobody asked for. */
  long twice() {
    return twice;
  }

  /** Units by which balances differ from the sum of all acknowledged effects. */
  long misplaced() {
    return misplaced;
  }

  /** The first findings, as sentences. */
  List<String> sentences() {
    return sentences;
  }

  /** An acknowledged command was told differently when its key came again. */
  void toldDifferently(Attempt attempt, String answer) {
    lost++;
    say("told differently when asked again: " + attempt + " and then " + answer);
  }

  /** Compares the whole store with what every settled answer promised. */
  void compare(Held held, Expected expected, List<Attempt> attempts) {
    twice += expected.endedTwice();
    compareReservations(expected.reservations(), held.reservations());
    expected
        .positions()
        .forEach((position, told) ->
            compareBalance(position, told, held.balances().getOrDefault(position, NOTHING)));
    Map<String, Long> entries = new HashMap<>();
    held.entries().forEach(entry -> readEntry(entry, entries));
    attempts.forEach(attempt -> compareEntries(attempt, entries));
  }

  private void compareReservations(Map<String, String> told, Map<String, String> held) {
    Set<String> ids = new HashSet<>(told.keySet());
    ids.addAll(held.keySet());
    for (String id : ids) {
      String should = told.getOrDefault(id, "");
      String is = held.getOrDefault(id, "");
      if (should.isEmpty()) {
        twice++;
        say("reservation " + id + " (" + is + ") is in the store, but nobody was told of it");
      } else if (!should.equals(is)) {
        lost++;
        say("reservation " + id + " should be " + should + " but is " + is);
      }
    }
  }

  private void compareBalance(Position position, Expected.Balance told, Expected.Balance held) {
    long difference =
        Math.abs(told.onHand() - held.onHand()) + Math.abs(told.reserved() - held.reserved());
    misplaced += difference;
    if (difference > 0) {
      say(position + " should hold " + told + " but holds " + held);
    }
  }

  /** Counts the entry for its command: by the reservation it is about, or by its reason. */
  private void readEntry(Held.Entry entry, Map<String, Long> entries) {
    if (entry.after().reserved() > entry.after().onHand()) {
      oversold++;
      say("oversold: " + entry);
    }
    String command = entry.subject().isEmpty() ? entry.reason() : entry.subject();
    entries.merge(entry.kind() + " " + command, 1L, Long::sum);
  }

  /** Each line of a done command is in the ledger once; of any other command, not at all. */
  private void compareEntries(Attempt attempt, Map<String, Long> entries) {
    switch (attempt.kind()) {
      case RESERVE, ORDER ->
          attempt
              .claims()
              .forEach(claim ->
                  compareEntries(
                      "reserved " + claim.reservation(), claim.amounts().size(), entries));
      case SELL -> compareEntries("sold " + attempt.key(), lines(attempt), entries);
      case RECEIVE -> compareEntries("received " + attempt.key(), lines(attempt), entries);
      case CONFIRM, RELEASE, CANCEL -> {
        // Counted with the balances and the final states.
      }
    }
  }

  private static long lines(Attempt attempt) {
    return attempt.isDone() ? attempt.amounts().size() : 0;
  }

  private void compareEntries(String name, long should, Map<String, Long> entries) {
    long is = entries.getOrDefault(name, 0L);
    if (is < should) {
      lost++;
      say(name + " has " + is + " ledger entries, not " + should);
    } else if (is > should) {
      twice++;
      say(name + " has " + is + " ledger entries, not " + should);
    }
  }

  private void say(String sentence) {
    if (sentences.size() < SENTENCES) {
      sentences.add(sentence);
    }
  }
}
