package dev.holdfast.application.reporting.fold;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FactSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Facts at marks of the test's choice; everything is decided at once. */
final class MemoryFacts implements FactSource {
  private static final Instant START = Instant.parse("2030-05-17T12:00:00Z");

  private record At<T>(long mark, T fact) {}

  private final List<At<OrderChange>> orders = new ArrayList<>();
  private final List<At<RefusalSum>> refusals = new ArrayList<>();
  private long next = 10;

  void order(long mark, String document) {
    orders.add(new At<>(mark, new OrderChange(new ClientId(7), START, START, document)));
    next = Math.max(next, mark + 1);
  }

  void refusal(RefusalSum sum) {
    refusals.add(new At<>(next++, sum));
  }

  @Override
  public Window next(long from, int most) {
    return new Window(from, Math.max(from, Math.min(next, from + most)), START.plusSeconds(next));
  }

  @Override
  public void orders(Window window, Consumer<OrderChange> each) {
    in(window, orders).forEach(each);
  }

  private static <T> List<T> in(Window window, List<At<T>> facts) {
    return facts.stream()
        .filter(at -> at.mark() >= window.from() && at.mark() < window.to())
        .map(At::fact)
        .toList();
  }

  @Override
  public void pickLists(Window window, Consumer<PickListChange> each) {}

  @Override
  public List<MovementSum> movements(Window window) {
    return List.of();
  }

  @Override
  public List<RefusalSum> refusals(Window window) {
    return in(window, refusals);
  }

  @Override
  public void entries(Window window, Consumer<EntryRow> each) {}
}
