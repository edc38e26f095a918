package dev.holdfast.application.operations;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The last quarter of an hour of a node, as {@link #SAMPLES} samples of {@link #STEP} each. {@link
 * #beat} is for one thread; any may ask.
 */
public final class Pulse {
  public static final Duration STEP = Duration.ofSeconds(5);

  /** A quarter of an hour: what somebody looks at who was just called. */
  public static final int SAMPLES = 180;

  private final Supplier<Reading> vitals;
  private final List<Consumer<Sample>> listeners = new CopyOnWriteArrayList<>();
  private final Deque<Sample> samples = new ArrayDeque<>(SAMPLES);
  private Reading last;

  /**
   * @param vitals read once now and once for each beat; must not wait for anything
   */
  public Pulse(Supplier<Reading> vitals) {
    this.vitals = vitals;
    this.last = vitals.get();
  }

  /** Adds somebody who hears of every sample, on the thread that beats: must be fast. */
  public void addListener(Consumer<Sample> listener) {
    listeners.add(listener);
  }

  /** Takes the next sample. To be called every {@link #STEP}; a late one covers more. */
  public void beat() {
    Sample sample = take();
    for (Consumer<Sample> listener : listeners) {
      listener.accept(sample);
    }
  }

  private synchronized Sample take() {
    Reading now = vitals.get();
    Sample sample = Sample.between(last, now);
    last = now;
    if (samples.size() == SAMPLES) {
      samples.removeFirst();
    }
    samples.addLast(sample);
    return sample;
  }

  /** What is kept, oldest first. */
  public synchronized List<Sample> history() {
    return List.copyOf(samples);
  }

  /** The newest sample; before the first, what there is of it. */
  public synchronized Sample latest() {
    return samples.isEmpty() ? Sample.between(last, vitals.get()) : samples.getLast();
  }
}
