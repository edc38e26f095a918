package dev.holdfast.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class TrackingNumberProperties {
  @Property(tries = 300)
  void isReadBackAsPeopleWriteIt(
      @ForAll long most, @ForAll long least, @ForAll @IntRange(max = 99) int carton) {
    TrackingNumber number = TrackingNumber.of(new UUID(most, least), carton);

    String text = number.text();
    String spaced =
        " "
            + text.substring(0, 6).toLowerCase(Locale.ROOT)
            + " "
            + text.substring(6).replace('0', 'O').replace('1', 'l');
    assertThat(text).matches("HF[0-9A-HJKMNP-TV-Z]{13}");
    assertThat(TrackingNumber.typed(spaced)).contains(number);
    assertThat(TrackingNumber.of(new UUID(most, least), carton)).isEqualTo(number);
    assertThat(TrackingNumber.of(new UUID(most, least), carton + 1)).isNotEqualTo(number);
  }

  @Property(tries = 300)
  void oneWrongCharacterIsNoticed(
      @ForAll long most,
      @ForAll @IntRange(min = 2, max = 14) int at,
      @ForAll @CharRange(from = '2', to = '9') char other) {
    String text = TrackingNumber.of(new UUID(most, 1), 0).text();
    String wrong = text.substring(0, at) + other + text.substring(at + 1);

    assertThat(TrackingNumber.typed(wrong).isPresent()).isEqualTo(wrong.equals(text));
  }
}
