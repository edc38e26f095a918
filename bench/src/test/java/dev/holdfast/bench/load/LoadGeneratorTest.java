package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadGeneratorTest {
  private static final Pattern KEY = Pattern.compile("Idempotency-Key: (\\S+)\r\n");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String BODY = "{\"lines\":[{\"sku\":\"Äpfel\"}]}";

  @Test
  void everyRequestIsWholeAndCarriesAKeyOfItsOwn() throws Exception {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    try (RawServer server =
        new RawServer((request, serial) -> {
          Matcher key = KEY.matcher(request);
          boolean good = key.find() && request.endsWith("\r\n\r\n" + BODY);
          boolean fresh = good && keys.add(key.group(1));
          return parts(RawServer.response(fresh ? 201 : 400, "{}"));
        })) {

      LoadResult result = run(counted(server.url(), 5_000, 32), 2);

      assertThat(result.counts()).isEqualTo("201: 5000");
      assertThat(keys).hasSize(5_000).contains(RequestTemplate.key("run-", 4_999));
      assertThat(result.unexpected()).isEmpty();
    }
  }

  @Test
  void aClosedLoopStopsAfterItsTimeAndCountsTheRate() throws Exception {
    try (RawServer server = always(201, "{}")) {
      LoadPlan plan =
          LoadPlan.closed(server.url(), 8, Duration.ofMillis(300), source(server.url()));

      LoadResult result = run(plan, 1);

      assertThat(result.window()).isEqualTo(Duration.ofMillis(300));
      assertThat(result.answers(201)).isPositive();
      assertThat(result.perSecond(201) * 0.3).isCloseTo((double) result.answers(201), within(9.0));
      assertThat(result.broken()).isZero();
    }
  }

  @Test
  void unexpectedAnswersAreCountedByStatusAndTheFirstAreKept() throws Exception {
    try (RawServer server =
        new RawServer((request, serial) ->
            parts(RawServer.response(serial % 2 == 0 ? 201 : 500, "{\"serial\":1}")))) {

      LoadResult result = run(counted(server.url(), 100, 4), 1);

      assertThat(result.answers(201)).isEqualTo(50);
      assertThat(result.answers(500, 599)).isEqualTo(50);
      assertThat(result.unexpected()).hasSize(5).contains("500 {\"serial\":1}");
    }
  }

  @Test
  void answersInPiecesAndLargeAnswersAreReadWhole() throws Exception {
    String large = "x".repeat(100_000);
    byte[] response = RawServer.response(201, large);
    byte[] head = Arrays.copyOfRange(response, 0, 20);
    byte[] rest = Arrays.copyOfRange(response, 20, response.length);
    long[] bytes = new long[1];
    try (RawServer server = new RawServer((request, serial) -> parts(head, rest))) {
      LoadPlan plan = counted(server.url(), 50, 3);
      LoadPlan counting =
          new LoadPlan(
              plan.targets(),
              plan.connections(),
              plan.pace(),
              plan.time(),
              plan.requests(),
              plan.expected(),
              plan.source(),
              (number, status, body) -> bytes[0] += body.remaining());

      LoadResult result = run(counting, 1);

      assertThat(result.counts()).isEqualTo("201: 50");
      assertThat(bytes[0]).isEqualTo(50L * large.length());
    }
  }

  @Test
  void aConnectionThatTheServerDropsIsReplacedAndItsRequestCountsAsUnanswered() throws Exception {
    try (RawServer server =
        new RawServer(
            (request, serial) -> serial == 10 ? null : parts(RawServer.response(201, "{}")))) {

      LoadResult result = run(counted(server.url(), 100, 4), 1);

      assertThat(result.answers(201)).isEqualTo(99);
      assertThat(result.broken()).isOne();
      assertThat(result.counts()).isEqualTo("201: 99, unanswered: 1");
    }
  }

  @Test
  void connectionsAreDealtOutOverAllServers() throws Exception {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (RawServer one = noting("one", seen);
        RawServer other = noting("other", seen)) {
      LoadPlan plan = counted(one.url(), 200, 4);
      LoadPlan both =
          new LoadPlan(
              List.of(one.url(), other.url()),
              4,
              plan.pace(),
              plan.time(),
              plan.requests(),
              plan.expected(),
              plan.source(),
              plan.listener());

      assertThat(run(both, 1).counts()).isEqualTo("201: 200");
      assertThat(seen).containsExactlyInAnyOrder("one", "other");
    }
  }

  @Test
  void anOpenLoopKeepsItsPaceWhateverTheServerCouldDo() throws Exception {
    try (RawServer server = always(201, "{}")) {
      LoadPlan plan = counted(server.url(), 100, 16).at(Pace.open(400));

      LoadResult result = run(plan, 1);

      assertThat(result.counts()).isEqualTo("201: 100");
      assertThat(result.window()).isGreaterThanOrEqualTo(Duration.ofMillis(99 * 1000 / 400));
    }
  }

  @Test
  void anOpenLoopCountsLatencyFromWhenTheRequestWasDue() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        new RawServer((request, serial) -> {
          boolean stalls = serial == 0 && !never.await(400, TimeUnit.MILLISECONDS);
          return parts(RawServer.response(stalls || serial > 0 ? 201 : 500, "{}"));
        })) {
      LoadPlan plan = counted(server.url(), 80, 1).at(Pace.open(200));

      LoadResult result = run(plan, 1);

      // One slow answer held up the 79 requests that were due meanwhile; each of them waited.
      assertThat(result.counts()).isEqualTo("201: 80");
      assertThat(result.latencyNanos(50)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
      assertThat(result.latencyNanos(100)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(390));
    }
  }

  @Test
  void requestsAreSentWhenAScheduleSays() throws Exception {
    long[] due = {0, 0, 0, TimeUnit.MILLISECONDS.toNanos(300)};
    try (RawServer server = always(201, "{}")) {
      LoadResult result = run(counted(server.url(), due.length, 4).at(Pace.at(due)), 1);

      assertThat(result.counts()).isEqualTo("201: 4");
      assertThat(result.window()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void whatTheServerHoldsUpIsNoLagOfTheGenerator() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        new RawServer((request, serial) -> {
          boolean waited = never.await(5, TimeUnit.MILLISECONDS);
          return parts(RawServer.response(waited ? 500 : 201, "{}"));
        })) {
      LoadResult result = run(counted(server.url(), 100, 1).at(Pace.open(1_000)), 1);

      assertThat(result.latencyNanos(100)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(300));
      assertThat(result.lagNanos(50)).isLessThan(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  @Test
  void whatTheGeneratorHoldsUpIsItsLag() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = always(201, "{}")) {
      LoadPlan plan =
          counted(server.url(), 50, 8)
              .at(Pace.open(1_000))
              .heardBy((number, status, body) -> {
                try {
                  assertThat(number == 0 && never.await(200, TimeUnit.MILLISECONDS)).isFalse();
                } catch (InterruptedException interrupted) {
                  throw new IllegalStateException(interrupted);
                }
              });

      assertThat(run(plan, 1).lagNanos(100)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  @Test
  void theGeneratorKnowsItsOwnCost() throws Exception {
    try (RawServer server = always(201, "{}")) {
      LoadResult result = run(counted(server.url(), 1_000, 8), 1);

      assertThat(result.generatorNanosPerAnswer()).isPositive();
      assertThat(result.generatorLoad()).isBetween(0.0, 1.2);
    }
  }

  @Test
  void aServerThatIsNotThereIsAnErrorAndNotAnEmptyResult() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    assertThatThrownBy(() -> run(counted(nobody, 10, 1), 1)).isInstanceOf(IOException.class);
  }

  @Test
  void aLoneConnectionExchangesOneAtATime() throws Exception {
    try (RawServer server = always(201, "{}");
        LoneConnection lone = new LoneConnection(server.url())) {
      RequestTemplate request = template(server.url());
      for (long number = 0; number < 20; number++) {
        assertThat(lone.exchange(request, number)).isEqualTo(201);
      }
    }
  }

  private static LoadResult run(LoadPlan plan, int threads) throws Exception {
    return new LoadGenerator(threads).run(plan);
  }

  private static LoadPlan counted(URI url, long requests, int connections) {
    LoadPlan plan = LoadPlan.closed(url, connections, LONG, source(url));
    return new LoadPlan(
        plan.targets(),
        plan.connections(),
        plan.pace(),
        plan.time(),
        requests,
        plan.expected(),
        plan.source(),
        plan.listener());
  }

  private static RequestSource source(URI url) {
    return new TemplateSource(List.of(template(url)));
  }

  private static RequestTemplate template(URI url) {
    return RequestTemplate.post(url, "/v1/reservations", "hf_key", "run-", BODY);
  }

  private static RawServer always(int status, String body) throws IOException {
    return new RawServer((request, serial) -> parts(RawServer.response(status, body)));
  }

  private static RawServer noting(String name, Set<String> seen) throws IOException {
    return new RawServer((request, serial) -> {
      seen.add(name);
      return parts(RawServer.response(201, name));
    });
  }

  private static byte[][] parts(byte[]... parts) {
    return parts;
  }
}
