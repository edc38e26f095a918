package dev.holdfast.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id (RFC 9106), slowly on purpose, and never more than {@link
 * #AT_ONCE} at once: a crowd at the door must not take the processor and memory of commands. Hashes
 * are texts in PHC form with their own parameters, so that these may grow and old hashes still
 * count. Passwords are taken in Unicode's form NFKC, so that the same keys typed on two systems are
 * the same password. Blocks.
 */
public final class PasswordHasher {
  /** OWASP Password Storage Cheat Sheet, Argon2id: m=19456 (19 MiB), t=2, p=1. */
  static final Cost COST = new Cost(19_456, 2, 1);

  static final int AT_ONCE = 2;

  /** Few beside what else may wait for the store at once, which a crowd must not take. */
  private static final int MAX_WAITING = 30;

  /** Far more than those who wait take; whoever would wait longer comes back later. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** RFC 9106, section 3.1 recommends 16 bytes of salt; 32 of hash are SHA-256's strength. */
  private static final int SALT_BYTES = 16;

  private static final int HASH_BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Cost cost;
  private final Semaphore room = new Semaphore(AT_ONCE, true);
  private final Semaphore door = new Semaphore(AT_ONCE + MAX_WAITING);
  private final String nobodys;

  /** What a hash costs: memory in KiB, passes over it, lanes. */
  record Cost(int memoryKib, int passes, int lanes) {}

  /** One that costs what OWASP says. */
  public PasswordHasher() {
    this(COST);
  }

  PasswordHasher(Cost cost) {
    this.cost = cost;
    this.nobodys = hash("nobody has this password");
  }

  /**
   * A hash to keep.
   *
   * @throws TooBusyException when others took too long
   */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash = taking(() -> derive(cost, salt, password, HASH_BYTES));
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + cost.memoryKib()
        + ",t="
        + cost.passes()
        + ",p="
        + cost.lanes()
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }

  /**
   * Whether a password is the one of a hash. Takes as long where there is no hash, so that the time
   * of an answer does not tell who has an account.
   *
   * @throws TooBusyException when others took too long
   */
  boolean matches(String password, @Nullable String hash) {
    Matcher parts = PHC.matcher(hash == null ? nobodys : hash);
    if (!parts.matches()) {
      throw new IllegalStateException("a password hash in the store is none of ours");
    }
    Cost its =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] found = taking(() -> derive(its, salt, password, expected.length));
    return MessageDigest.isEqual(expected, found) && hash != null;
  }

  private byte[] taking(Supplier<byte[]> work) {
    if (!door.tryAcquire()) {
      throw new TooBusyException();
    }
    boolean mine = false;
    try {
      mine = room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!mine) {
        throw new TooBusyException();
      }
      return work.get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TooBusyException();
    } finally {
      if (mine) {
        room.release();
      }
      door.release();
    }
  }

  private static byte[] derive(Cost cost, byte[] salt, String password, int length) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    argon2.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
