package dev.holdfast.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private static String of(String... hops) {
    return ClientAddress.of(List.of(hops));
  }

  @Test
  void whoeverIsConnectedFromOutsideIsTheClientWhateverItClaims() {
    assertThat(of("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(of("198.51.100.1", "10.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void serversInThePrivateNetworkAreBelieved() {
    assertThat(of("203.0.113.7", "10.0.0.1")).isEqualTo("203.0.113.7");
    assertThat(of("198.51.100.1", "203.0.113.7", " 192.168.1.1", "127.0.0.1"))
        .isEqualTo("203.0.113.7");
    assertThat(of("203.0.113.7", "fd00::1", "::1")).isEqualTo("203.0.113.7");
  }

  @Test
  void insideThePrivateNetworkTheFarthestCounts() {
    assertThat(of("192.168.1.9", "10.0.0.1")).isEqualTo("192.168.1.9");
    assertThat(of("127.0.0.1")).isEqualTo("127.0.0.1");
    assertThat(of("nonsense", "10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(of("")).isEqualTo("unknown");
  }

  @Test
  void oneCustomersIpv6AddressesAreOne() {
    assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff::9"));
    assertThat(of("2001:db8:1:3::1")).isNotEqualTo(of("2001:db8:1:2::1"));
  }
}
