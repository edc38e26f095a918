package dev.holdfast.application.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are of the public internet. Everything that the registries of IANA reserve for
 * special purposes is not (RFC 6890 and its successors), nor are the addresses at which clouds
 * answer their own machines.
 */
final class PublicAddresses {
  private static final List<Network> NOT_PUBLIC_V4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          // Metadata of most clouds is in here.
          "169.254.0.0/16",
          // Azure's own services, as seen by its machines.
          "168.63.129.16/32",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /** All of IPv6 that is routed in public; the rest is loopback, local, multicast or unassigned. */
  private static final Network GLOBAL_V6 = Network.parse("2000::/3");

  private static final List<Network> NOT_PUBLIC_V6 =
      networks("2001::/23", "2001:db8::/32", "3fff::/20");

  /** Addresses that carry an IPv4 address, and where: NAT64 (RFC 6052). */
  private static final Network NAT64 = Network.parse("64:ff9b::/96");

  /** 6to4 (RFC 3056). */
  private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

  private PublicAddresses() {}

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(Network::parse).toList();
  }

  /** Whether an address is public. IPv4 inside of IPv6 is judged as the IPv4 that it is. */
  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return NOT_PUBLIC_V4.stream().noneMatch(network -> network.contains(address));
    }
    if (NAT64.contains(address)) {
      return contains(v4(bytes, 12));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return contains(v4(bytes, 2));
    }
    return GLOBAL_V6.contains(address)
        && NOT_PUBLIC_V6.stream().noneMatch(network -> network.contains(address));
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException fourBytesAreAlwaysRight) {
      throw new IllegalStateException(fourBytesAreAlwaysRight);
    }
  }
}
