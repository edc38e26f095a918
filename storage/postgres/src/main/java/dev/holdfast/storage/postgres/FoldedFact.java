package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fact contributes, as bytes; an order takes about 120. Numbers are written seven bits to a
 * byte, least first, the highest bit saying that more follow; signed ones are folded first, so that
 * small ones stay small (Protocol Buffers, "Base 128 Varints" and "ZigZag"). A text is told once
 * and then by its number.
 *
 * <p>Format 1: the format, how many; of each its cut, hour since 1970, place, four texts, which
 * measures it has as bits, and their values.
 */
final class FoldedFact {
  private static final int FORMAT = 1;
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final Measure[] MEASURES = Measure.values();

  private FoldedFact() {}

  static byte[] write(List<Contribution> contributions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    List<String> told = new ArrayList<>();
    bytes.write(FORMAT);
    number(bytes, contributions.size());
    for (Contribution one : contributions) {
      RollUpKey key = one.key();
      number(bytes, key.cut().number());
      signed(bytes, Math.floorDiv(key.hour().toEpochSecond(ZoneOffset.UTC), SECONDS_PER_HOUR));
      number(bytes, key.locationId());
      for (String text : List.of(key.carrier(), key.service(), key.category(), key.currency())) {
        text(bytes, told, text);
      }
      sums(bytes, one.sums());
    }
    return bytes.toByteArray();
  }

  private static void sums(ByteArrayOutputStream bytes, Sums sums) {
    long present = 0;
    for (Measure measure : MEASURES) {
      if (sums.get(measure) != 0) {
        present |= 1L << measure.number();
      }
    }
    number(bytes, present);
    for (Measure measure : MEASURES) {
      if (sums.get(measure) != 0) {
        signed(bytes, sums.get(measure));
      }
    }
  }

  private static void text(ByteArrayOutputStream bytes, List<String> told, String text) {
    int known = told.indexOf(text);
    if (known >= 0) {
      number(bytes, known);
      return;
    }
    number(bytes, told.size());
    told.add(text);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(bytes, utf8.length);
    bytes.writeBytes(utf8);
  }

  private static void signed(ByteArrayOutputStream bytes, long value) {
    number(bytes, (value << 1) ^ (value >> 63));
  }

  private static void number(ByteArrayOutputStream bytes, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Reads what {@link #write} wrote. */
  static List<Contribution> read(ClientId client, byte[] folded) {
    ByteBuffer bytes = ByteBuffer.wrap(folded);
    int format = bytes.get();
    if (format != FORMAT) {
      throw new IllegalStateException("a folded fact has the format " + format);
    }
    List<String> told = new ArrayList<>();
    int count = (int) number(bytes);
    List<Contribution> contributions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      RollUpKey key =
          new RollUpKey(
              client,
              Cut.ofNumber((int) number(bytes)),
              LocalDateTime.ofEpochSecond(signed(bytes) * SECONDS_PER_HOUR, 0, ZoneOffset.UTC),
              (int) number(bytes),
              text(bytes, told),
              text(bytes, told),
              text(bytes, told),
              text(bytes, told));
      contributions.add(new Contribution(key, sums(bytes)));
    }
    return contributions;
  }

  private static Sums sums(ByteBuffer bytes) {
    Sums sums = new Sums();
    long present = number(bytes);
    while (present != 0) {
      int next = Long.numberOfTrailingZeros(present);
      sums.add(Measure.ofNumber(next), signed(bytes));
      present &= present - 1;
    }
    return sums;
  }

  private static String text(ByteBuffer bytes, List<String> told) {
    int number = (int) number(bytes);
    if (number < told.size()) {
      return told.get(number);
    }
    byte[] utf8 = new byte[(int) number(bytes)];
    bytes.get(utf8);
    told.add(new String(utf8, StandardCharsets.UTF_8));
    return told.getLast();
  }

  private static long signed(ByteBuffer bytes) {
    long folded = number(bytes);
    return (folded >>> 1) ^ -(folded & 1);
  }

  private static long number(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
