package dev.holdfast.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static final ClientId CLIENT = new ClientId(7);

  private static final Entry ENTRY =
      new Entry(
          -5,
          42,
          "7300000000000000001-3",
          new Entry.Changes(
              List.of(
                  new FeedLocation(
                      3,
                      CLIENT,
                      new Location(
                          "SEA-01",
                          "Seattle, Pike Place – Süd",
                          Location.Kind.STORE,
                          "us-west",
                          new BigDecimal("47.609700"),
                          new BigDecimal("-122.342500"),
                          ZoneId.of("America/Los_Angeles"),
                          "1 Pike Pl"))),
              List.of(
                  new FeedSku(
                      9L << 30,
                      CLIENT,
                      new Sku(
                          "MLK-1L",
                          "Milk 🥛 1 l",
                          List.of("4006381333931", "96385074"),
                          "l",
                          new Scale(3),
                          new Sku.Size(70, 71, 200, 1_030),
                          "dairy"))),
              List.of(
                  new FeedPosition(1L << 50, CLIENT, 10, 2, 1, Long.MAX_VALUE),
                  new FeedPosition(77, CLIENT, 0, 0, 0, 1))),
          new FeedMark(123_456_789_012L, Instant.parse("2026-11-20T08:00:00.123456Z")));

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assertThat(EntryCodec.read(EntryCodec.write(ENTRY))).isEqualTo(ENTRY);
  }

  @Test
  void anEntryInTheMiddleOfATransactionReachesNothing() throws IOException {
    Entry middle = new Entry(1, 1, "h", Entry.Changes.none(), null);
    assertThat(EntryCodec.read(EntryCodec.write(middle)).reached()).isNull();
  }

  @Test
  void brokenBytesAreRefusedWhereverTheyBreak() {
    byte[] whole = EntryCodec.write(ENTRY);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatIOException().isThrownBy(() -> EntryCodec.read(cut));
    }
  }

  @Test
  void anotherFormatIsRefused() {
    byte[] later = EntryCodec.write(ENTRY);
    later[0]++;
    assertThatIOException()
        .isThrownBy(() -> EntryCodec.read(later))
        .withMessageContaining("format");
  }
}
