package dev.holdfast.storage.redis;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries as bytes: a format number, then every field in order, big-endian, texts in modified
 * UTF-8. A position takes 44 bytes.
 */
final class EntryCodec {
  /** Readers refuse others: during an upgrade edges go first, then publishers. */
  private static final int FORMAT = 1;

  private EntryCodec() {}

  static byte[] write(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 44 * entry.changes().size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeLong(entry.epoch());
      out.writeLong(entry.number());
      out.writeUTF(entry.history());
      writeAll(out, entry.changes().locations(), EntryCodec::location);
      writeAll(out, entry.changes().skus(), EntryCodec::sku);
      writeAll(out, entry.changes().positions(), EntryCodec::position);
      FeedMark reached = entry.reached();
      out.writeBoolean(reached != null);
      if (reached != null) {
        out.writeLong(reached.place());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, reached.asOf()));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads one back.
   *
   * @throws IOException when these are not the bytes of an entry in our format
   */
  static Entry read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new IOException("format " + format + " of the feed is not known here");
      }
      long epoch = in.readLong();
      long number = in.readLong();
      String history = in.readUTF();
      List<FeedLocation> locations = readAll(in, EntryCodec::location);
      List<FeedSku> skus = readAll(in, EntryCodec::sku);
      List<FeedPosition> positions = readAll(in, EntryCodec::position);
      @Nullable FeedMark reached = null;
      if (in.readBoolean()) {
        reached = new FeedMark(in.readLong(), Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS));
      }
      return new Entry(
          epoch, number, history, new Entry.Changes(locations, skus, positions), reached);
    } catch (RuntimeException nonsense) {
      throw new IOException("not an entry of the feed", nonsense);
    }
  }

  private interface Writer<T> {
    void write(DataOutputStream out, T item) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private static <T> void writeAll(DataOutputStream out, List<T> items, Writer<T> writer)
      throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      writer.write(out, item);
    }
  }

  private static <T> List<T> readAll(DataInputStream in, Reader<T> reader) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > Entry.MAX_CHANGES) {
      throw new IOException("an entry of " + count + " changes");
    }
    List<T> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(reader.read(in));
    }
    return items;
  }

  private static void position(DataOutputStream out, FeedPosition position) throws IOException {
    out.writeLong(position.packed());
    out.writeInt(position.client().value());
    out.writeLong(position.onHand());
    out.writeLong(position.reserved());
    out.writeLong(position.safetyStock());
    out.writeLong(position.version());
  }

  private static FeedPosition position(DataInputStream in) throws IOException {
    return new FeedPosition(
        in.readLong(),
        new ClientId(in.readInt()),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }

  private static void sku(DataOutputStream out, FeedSku told) throws IOException {
    Sku sku = told.sku();
    out.writeLong(told.id());
    out.writeInt(told.client().value());
    out.writeUTF(sku.code());
    out.writeUTF(sku.name());
    writeAll(out, sku.barcodes(), DataOutputStream::writeUTF);
    out.writeUTF(sku.unit());
    out.writeByte(sku.scale().decimals());
    out.writeInt(sku.size().lengthMm());
    out.writeInt(sku.size().widthMm());
    out.writeInt(sku.size().heightMm());
    out.writeInt(sku.size().weightG());
    out.writeUTF(sku.category());
  }

  private static FeedSku sku(DataInputStream in) throws IOException {
    long id = in.readLong();
    ClientId client = new ClientId(in.readInt());
    return new FeedSku(
        id,
        client,
        new Sku(
            in.readUTF(),
            in.readUTF(),
            readAll(in, barcode -> barcode.readUTF()),
            in.readUTF(),
            new Scale(in.readByte()),
            new Sku.Size(in.readInt(), in.readInt(), in.readInt(), in.readInt()),
            in.readUTF()));
  }

  private static void location(DataOutputStream out, FeedLocation told) throws IOException {
    Location location = told.location();
    out.writeInt(told.id());
    out.writeInt(told.client().value());
    out.writeUTF(location.code());
    out.writeUTF(location.name());
    out.writeUTF(location.kind().name());
    out.writeUTF(location.region());
    out.writeUTF(location.latitude().toPlainString());
    out.writeUTF(location.longitude().toPlainString());
    out.writeUTF(location.timeZone().getId());
    out.writeUTF(location.address());
  }

  private static FeedLocation location(DataInputStream in) throws IOException {
    int id = in.readInt();
    ClientId client = new ClientId(in.readInt());
    return new FeedLocation(
        id,
        client,
        new Location(
            in.readUTF(),
            in.readUTF(),
            Location.Kind.valueOf(in.readUTF()),
            in.readUTF(),
            new BigDecimal(in.readUTF()),
            new BigDecimal(in.readUTF()),
            ZoneId.of(in.readUTF()),
            in.readUTF()));
  }
}
