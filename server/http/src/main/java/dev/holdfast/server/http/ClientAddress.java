package dev.holdfast.server.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The network address that a request comes from. Servers in between add whom they heard from to
 * {@code X-Forwarded-For}; that is believed as far as it comes from private addresses, where such
 * servers are. Whoever is in the private network could therefore lie, and would be counted by the
 * e-mail address alone.
 */
public final class ClientAddress {
  /**
   * One customer has at least so much of an IPv6 address (RFC 6177), and any number of the rest.
   */
  private static final int IPV6_BYTES = 8;

  /** More servers in between than anybody has. */
  private static final int MAX_HOPS = 10;

  private ClientAddress() {}

  /** An address as text: IPv6 by its network alone. */
  public static String of(HttpServerRequest request) {
    List<String> hops = new ArrayList<>();
    for (String header : request.headers().getAll("X-Forwarded-For")) {
      hops.addAll(Arrays.asList(header.split(",", -1)));
    }
    SocketAddress peer = request.remoteAddress();
    hops.add(peer == null || peer.hostAddress() == null ? "" : peer.hostAddress());
    return of(hops.subList(Math.max(0, hops.size() - MAX_HOPS), hops.size()));
  }

  /**
   * The first address beyond the private ones, from the end; else the farthest.
   *
   * @param hops from the farthest to the one who is connected to this server
   */
  static String of(List<String> hops) {
    String farthest = "unknown";
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = parse(hop.strip());
      if (address.isEmpty()) {
        return farthest;
      }
      farthest = shown(address.get());
      if (!isPrivate(address.get())) {
        return farthest;
      }
    }
    return farthest;
  }

  private static Optional<InetAddress> parse(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static boolean isPrivate(InetAddress address) {
    // fc00::/7, which Java has no word for (RFC 4193).
    boolean uniqueLocal =
        address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    return uniqueLocal
        || address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress();
  }

  private static String shown(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_BYTES)
        : address.getHostAddress();
  }
}
