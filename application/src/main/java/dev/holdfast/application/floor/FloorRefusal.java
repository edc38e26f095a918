package dev.holdfast.application.floor;

import org.jspecify.annotations.Nullable;

/**
 * Why something on the floor is not done. An exception, because it is found deep inside of work
 * that has no other answer.
 */
public final class FloorRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final @Nullable String subject;

  /** What kind of refusal it is. */
  public enum Kind {
    /** The client has no such thing. */
    NOT_FOUND,
    /** Its state does not allow it. */
    NOT_NOW,
    /** What it needs was never set up. */
    NOT_SET_UP,
    /** A field of the request cannot be accepted. */
    FIELD,
    /** It is not known what became of a part of it; the same request settles it. */
    UNSETTLED,
    /** The idempotency key belongs to another request. */
    KEY_REUSED
  }

  private FloorRefusal(Kind kind, String sentence, @Nullable String subject) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.subject = subject;
  }

  static FloorRefusal notFound(String what) {
    return new FloorRefusal(Kind.NOT_FOUND, "There is no such " + what, null);
  }

  /**
   * Something that its state does not allow.
   *
   * @param state the state that it is in
   * @param sentence says so, and what is possible
   */
  public static FloorRefusal notNow(String state, String sentence) {
    return new FloorRefusal(Kind.NOT_NOW, sentence, state);
  }

  static FloorRefusal notSetUp(String sentence) {
    return new FloorRefusal(Kind.NOT_SET_UP, sentence, null);
  }

  static FloorRefusal field(String field, String mend) {
    return new FloorRefusal(Kind.FIELD, mend, field);
  }

  static FloorRefusal unsettled() {
    return new FloorRefusal(
        Kind.UNSETTLED, "The store did not answer in time. Send the same request again.", null);
  }

  static FloorRefusal keyReused() {
    return new FloorRefusal(Kind.KEY_REUSED, "The key belongs to another request.", null);
  }

  public Kind kind() {
    return kind;
  }

  /** A sentence for people; of a field, how to mend it. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The state or the field; null where there is none. */
  public @Nullable String subject() {
    return subject;
  }
}
