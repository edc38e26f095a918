package dev.holdfast.bench.load;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Deals requests out over a list of templates: evenly, in an order that looks random, and the same
 * in every run. Immutable.
 */
public final class TemplateSource implements RequestSource {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final RequestTemplate[] templates;

  /** A source of these templates; one is the usual case of a hot spot. */
  public TemplateSource(List<RequestTemplate> templates) {
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("A source needs at least one template.");
    }
    this.templates = templates.toArray(RequestTemplate[]::new);
  }

  /** Which template a request number uses: an index into the list. */
  public int template(long number) {
    return (int) Long.remainderUnsigned(mixed(number), templates.length);
  }

  @Override
  public void write(long number, ByteBuffer target) {
    templates[template(number)].write(number, target);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbours fall far apart. */
  private static long mixed(long number) {
    long mixed = number * GOLDEN_GAMMA;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
