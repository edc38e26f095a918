package dev.holdfast.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.webhook.AddressGuard.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may lead. */
final class AddressGuardTest {
  private static final Map<String, List<String>> DNS =
      Map.of(
          "good.example", List.of("93.184.216.34", "2606:2800:220:1::1"),
          "half.example", List.of("93.184.216.34", "10.0.0.1"),
          "inside.example", List.of("192.168.7.7"),
          "nowhere.example", List.of());

  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    List<String> found = DNS.get(host);
    if (found == null) {
      return InetAddress.getAllByName(host);
    }
    InetAddress[] addresses = new InetAddress[found.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(found.get(i));
    }
    return addresses;
  }

  private final AddressGuard guard = new AddressGuard(List.of(), AddressGuardTest::lookUp);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://good.example/hook?x=1",
        "https://good.example:8443",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "https://[64:ff9b::808:808]/",
        "https://[2002:808:808::1]/"
      })
  void publicAddressesAreAllowed(String url) {
    assertThat(guard.judge(url)).as(url).isInstanceOf(Verdict.Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://100.64.0.1/",
        "https://100.100.100.200/",
        "https://127.0.0.1/",
        "https://127.255.255.254/",
        "https://169.254.169.254/latest/meta-data",
        "https://168.63.129.16/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.0.0.192/",
        "https://192.168.1.1/",
        "https://198.18.0.1/",
        "https://198.51.100.7/",
        "https://203.0.113.9/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://[::]/",
        "https://[::1]/",
        "https://[::7f00:1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[64:ff9b:1::a00:1]/",
        "https://[2001::1]/",
        "https://[2001:db8::1]/",
        "https://[2002:7f00:1::1]/",
        "https://[2002:a00:1::1]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://inside.example/",
        "https://half.example/",
        "https://localhost/"
      })
  void everythingElseIsRefused(String url) {
    assertThat(guard.judge(url))
        .as(url)
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.why()).contains("not public"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://010.0.0.1/",
        "https://8.8.8.8./"
      })
  void otherSpellingsOfAddressesAreRefused(String url) {
    assertThat(guard.judge(url))
        .as(url)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> assertThat(refused.why()).containsAnyOf("four decimal", "must name a host"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "good.example",
        "http://good.example/",
        "ftp://good.example/",
        "file:///etc/passwd",
        "https://user:password@good.example/",
        "https://good.example@inside.example/",
        "https://good.example/#fragment",
        "https://good.example:70000/",
        "https:///hook",
        "https://nowhere.example/",
        "https://not a url/"
      })
  void whatIsNotAPlainHttpsAddressIsRefused(String url) {
    assertThat(guard.judge(url)).as(url).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void openedNetworksAreAllowedAlsoInPlain() {
    AddressGuard open =
        new AddressGuard(
            List.of(Network.parse("192.168.7.0/24"), Network.parse("fd00::/8")),
            AddressGuardTest::lookUp);

    assertThat(open.judge("http://inside.example:8080/")).isInstanceOf(Verdict.Allowed.class);
    assertThat(open.judge("https://[fd00::7]/")).isInstanceOf(Verdict.Allowed.class);
    assertThat(open.judge("http://192.168.8.1/")).isInstanceOf(Verdict.Refused.class);
    assertThat(open.judge("http://good.example/")).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void aNameIsLookedUpEachTimeAndTheAddressThatWasJudgedIsGiven() throws Exception {
    AtomicReference<String> now = new AtomicReference<>("93.184.216.34");
    AddressGuard changing =
        new AddressGuard(List.of(), host -> new InetAddress[] {InetAddress.getByName(now.get())});

    assertThat(changing.judge("https://moves.example/"))
        .isInstanceOfSatisfying(
            Verdict.Allowed.class,
            allowed -> assertThat(allowed.address().getHostAddress()).isEqualTo("93.184.216.34"));
    now.set("169.254.169.254");
    assertThat(changing.judge("https://moves.example/")).isInstanceOf(Verdict.Refused.class);
  }
}
