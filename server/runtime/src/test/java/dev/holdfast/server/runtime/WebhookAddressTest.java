package dev.holdfast.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.application.webhook.Courier;
import dev.holdfast.application.webhook.Courier.Answer;
import dev.holdfast.domain.catalogue.ClientId;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries go where the guard has just looked, and over TLS only to whom the name belongs. */
final class WebhookAddressTest {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static WebhookStand stand;

  @TempDir private Path folder;
  private ClientId client;

  @BeforeAll
  static void open() throws Exception {
    stand = new WebhookStand();
  }

  @AfterAll
  static void close() throws Exception {
    stand.close();
  }

  @BeforeEach
  void begin() {
    client = stand.newClient();
  }

  @AfterEach
  void distrust() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST_PASSWORD);
  }

  private static InetAddress[] loopback() {
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  private Answer send(AddressGuard.Resolver resolver, String url) {
    int webhook = stand.webhook(client, url, true);
    try (Courier courier = stand.courier(Courier.TIMEOUT, resolver)) {
      return stand.trial(courier, client, webhook);
    }
  }

  @Test
  void aNameThatMovesToAPrivateAddressIsNotFollowed() throws Exception {
    AtomicReference<String> dns = new AtomicReference<>("127.0.0.1");
    try (Receiver receiver = new Receiver();
        Courier courier =
            stand.courier(
                Courier.TIMEOUT, host -> new InetAddress[] {InetAddress.getByName(dns.get())})) {
      String url = "http://partner.example:" + receiver.port() + "/hook?from=here";
      int webhook = stand.webhook(client, url, true);

      assertThat(stand.trial(courier, client, webhook)).isEqualTo(new Answer.Taken(200));
      assertThat(receiver.header("Host")).isEqualTo("partner.example:" + receiver.port());
      dns.set("169.254.169.254");
      assertThat(stand.trial(courier, client, webhook))
          .isInstanceOfSatisfying(
              Answer.Failed.class,
              failed -> assertThat(failed.reason()).contains("not public").contains("operator"));
      assertThat(receiver.requests()).isEqualTo(1);
    }
  }

  @Test
  void theAddressThatWasJudgedIsTheOneThatIsCalled() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    try (Receiver receiver = new Receiver()) {
      AddressGuard.Resolver rebinding =
          host ->
              lookups.incrementAndGet() == 1
                  ? loopback()
                  : new InetAddress[] {InetAddress.getByName("10.0.0.1")};

      assertThat(send(rebinding, "http://partner.example:" + receiver.port()))
          .isEqualTo(new Answer.Taken(200));
      assertThat(lookups).hasValue(1);
    }
  }

  @Test
  void overTlsTheNameIsAskedForAndMustBeTheCertificates() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpsServer server = tlsServer("partner.example", asked);
    try {
      int port = server.getAddress().getPort();
      System.setProperty(TRUST, folder.resolve("keys.p12").toString());
      System.setProperty(TRUST_PASSWORD, new String(PASSWORD));

      assertThat(send(host -> loopback(), "https://partner.example:" + port + "/hook"))
          .isEqualTo(new Answer.Taken(204));
      assertThat(asked).containsExactly("partner.example");
      assertThat(send(host -> loopback(), "https://another.example:" + port + "/hook"))
          .isInstanceOfSatisfying(
              Answer.Failed.class,
              failed ->
                  assertThat(failed.reason())
                      .startsWith("cannot connect: ")
                      .contains("No subject alternative DNS name matching another.example"));
      assertThat(asked).hasSize(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpsServer server = tlsServer("partner.example", asked);
    try {
      int port = server.getAddress().getPort();

      assertThat(send(host -> loopback(), "https://partner.example:" + port + "/hook"))
          .isInstanceOfSatisfying(
              Answer.Failed.class,
              failed ->
                  assertThat(failed.reason())
                      .startsWith("cannot connect: ")
                      .contains("unable to find valid certification path"));
      assertThat(asked).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  /** A server of that name. It notes the name by which each request asked for it. */
  private HttpsServer tlsServer(String name, List<String> asked) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(selfSigned(name), PASSWORD);
    context.init(keys.getKeyManagers(), null, null);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(free, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          ExtendedSSLSession session =
              (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
          session
              .getRequestedServerNames()
              .forEach(one -> asked.add(new String(one.getEncoded(), StandardCharsets.US_ASCII)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private KeyStore selfSigned(String name) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=dns:" + name,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
