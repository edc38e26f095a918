package dev.holdfast.application.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides where a webhook may lead: to public addresses by HTTPS, and to networks that the operator
 * has opened. Every address of a name must be allowed. Whoever connects must use the address that
 * was judged, because a name may mean another one a moment later. Safe for use by several threads.
 */
public final class AddressGuard {
  /** The longest address of a webhook. */
  public static final int MAX_URL = 2_000;

  /** A last label that begins with a digit and is nothing but a number: an address, not a name. */
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  private final List<Network> allowed;
  private final Resolver resolver;

  /**
   * @param allowed networks that need not be public, where plain HTTP is accepted too
   */
  public AddressGuard(List<Network> allowed, Resolver resolver) {
    this.allowed = List.copyOf(allowed);
    this.resolver = resolver;
  }

  /** Finds the addresses of a name. */
  public interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** What was decided. */
  public sealed interface Verdict {
    /** Connect to this address, and to no other. */
    record Allowed(URI url, InetAddress address) implements Verdict {}

    /**
     * Must not, or cannot, be called.
     *
     * @param why the end of a sentence about the address, with the mend
     */
    record Refused(String why) implements Verdict {}
  }

  /** Judges an address, looking up its name. Blocks. */
  public Verdict judge(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException broken) {
      return refused("is not an address; write it like https://example.com/holdfast");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (text.length() > MAX_URL) {
      return refused("must have at most " + MAX_URL + " characters");
    }
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return refused("must begin with https://");
    }
    if (url.getRawUserInfo() != null) {
      return refused("must not hold a user or password; deliveries are signed instead");
    }
    if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
      return refused("must name a host, and a port of 1 to 65535 if any");
    }
    if (url.getRawFragment() != null) {
      return refused("must not have a fragment; leave out # and what follows");
    }
    String host = url.getHost();
    if (ENDS_IN_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
      return refused("must write an IP address as four decimal numbers, like 198.51.100.7");
    }
    return judge(url, host, scheme.equals("http"));
  }

  private Verdict judge(URI url, String host, boolean plain) {
    InetAddress[] addresses;
    try {
      addresses = resolver.resolve(host.startsWith("[") ? inBrackets(host) : host);
    } catch (UnknownHostException unknown) {
      return refused("names a host that cannot be found: check " + host + " in the DNS");
    }
    if (addresses.length == 0) {
      return refused("names a host without an address: check " + host + " in the DNS");
    }
    for (InetAddress address : addresses) {
      boolean opened = allowed.stream().anyMatch(network -> network.contains(address));
      if (!opened && !PublicAddresses.contains(address)) {
        return refused(
            "leads to an address that is not public; use a public one, or ask the operator to open"
                + " the network (webhook-allowed-networks)");
      }
      if (!opened && plain) {
        return refused("must begin with https://");
      }
    }
    return new Verdict.Allowed(url, addresses[0]);
  }

  private static String inBrackets(String host) {
    return host.substring(1, host.length() - 1);
  }

  private static Verdict refused(String why) {
    return new Verdict.Refused(why);
  }
}
