package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.BulkOrder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A file as it arrives: bounded, and fingerprinted while it is read. */
final class UploadedFile {
  private final ImportRequest request;
  private final long startedNanos;
  private final MessageDigest digest;
  private final InputStream bytes;

  UploadedFile(ImportRequest request, InputStream source, long startedNanos) {
    this.request = request;
    this.startedNanos = startedNanos;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
    String what = request.kind().label() + "\n" + request.skipBad() + "\n";
    digest.update(what.getBytes(StandardCharsets.UTF_8));
    this.bytes = new Watched(source);
  }

  ImportRequest request() {
    return request;
  }

  /** The file's bytes, once. */
  InputStream bytes() {
    return bytes;
  }

  /**
   * What to ask of the store. Reads the rest of the file, so that the fingerprint is of all of it.
   */
  BulkOrder order(long rejected) throws IOException {
    bytes.transferTo(OutputStream.nullOutputStream());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new BulkOrder(
        request.client(),
        request.key(),
        new UUID(hash.getLong(), hash.getLong()),
        request.actor(),
        startedNanos,
        rejected,
        request.skipBad());
  }

  private long most() {
    return request.kind() == ImportKind.ORDERS ? OrderFile.MAX_BYTES : ImportFiles.MAX_BYTES;
  }

  /** Counts and hashes what goes through. */
  private final class Watched extends FilterInputStream {
    private long count;

    Watched(InputStream source) {
      super(source);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read > 0) {
        digest.update(into, offset, read);
        count += read;
        if (count > most()) {
          throw new FileTooLargeException("more than " + (most() >> 20) + " MB");
        }
      }
      return read;
    }
  }
}
