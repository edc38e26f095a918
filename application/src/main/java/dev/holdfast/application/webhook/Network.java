package dev.holdfast.application.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A block of addresses, written as 10.0.0.0/8 or fc00::/7. */
public record Network(InetAddress base, int bits) {
  /** Digits and dots, or anything with a colon: never a name, so nothing is ever looked up. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * Reads a block.
   *
   * @throws IllegalArgumentException with the mend, when it is not one
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      if (ADDRESS.matcher(address).matches()) {
        InetAddress base = InetAddress.getByName(address);
        int most = base.getAddress().length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits >= 0 && bits <= most) {
          return new Network(base, bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException broken) {
      throw malformed(text, broken);
    }
    throw malformed(text, null);
  }

  private static IllegalArgumentException malformed(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "\"" + text + "\" is not a network; write it like 10.0.0.0/8 or fd00::/8", cause);
  }

  /** Whether an address of the same family is inside. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
      if (((mine[bit / 8] ^ other[bit / 8]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }
}
