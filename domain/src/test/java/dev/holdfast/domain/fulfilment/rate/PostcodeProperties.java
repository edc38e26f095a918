package dev.holdfast.domain.fulfilment.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PostcodeProperties {
  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(most); i++) {
      text.append("0123456789ABZ".charAt(random.nextInt(13)));
    }
    return text.toString();
  }

  @Property
  void theOrderIsThatOfTheText(@ForAll long seed) {
    Random random = new Random(seed);
    String one = text(random, 12);
    String other = text(random, 12);

    assertThat(Postcode.of(one).text()).isEqualTo(one);
    assertThat(Integer.signum(Postcode.of(one).compareTo(Postcode.of(other))))
        .isEqualTo(Integer.signum(one.compareTo(other)));
  }

  @Property
  void aPrefixHoldsExactlyWhatBeginsWithIt(@ForAll long seed) {
    Random random = new Random(seed);
    String prefix = text(random, 3);
    String code = text(random, 5);

    assertThat(PostcodeRange.prefix(prefix).holds(Postcode.of(code)))
        .isEqualTo(code.startsWith(prefix));
  }

  /** Against a plain scan of the entries in order. */
  @Property
  void aPairHasTheNumberOfTheFirstEntryThatHoldsIt(@ForAll long seed) {
    Random random = new Random(seed);
    List<PostcodePairs.Entry> entries = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      entries.add(new PostcodePairs.Entry(range(random), range(random), i));
    }
    PostcodePairs pairs = PostcodePairs.of(entries);
    Postcode from = Postcode.of(text(random, 3));
    Postcode to = Postcode.of(text(random, 3));

    int expected =
        entries.stream()
            .filter(entry -> entry.origin().holds(from) && entry.destination().holds(to))
            .mapToInt(PostcodePairs.Entry::value)
            .findFirst()
            .orElse(PostcodePairs.NONE);
    assertThat(pairs.at(from, to)).isEqualTo(expected);
  }

  private static PostcodeRange range(Random random) {
    if (random.nextInt(8) == 0) {
      return PostcodeRange.ALL;
    }
    Postcode one = Postcode.of(text(random, 2));
    Postcode other = Postcode.of(text(random, 2));
    return one.lastKey() <= other.lastKey() && one.key() <= other.key()
        ? PostcodeRange.of(one, other)
        : PostcodeRange.of(one, one);
  }
}
