package dev.holdfast.server.runtime.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Operation;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Spoilt requests to every command: each is answered as the contract says, none with a 500, and
 * stock changes only where the answer says so. To repeat a run: -Dholdfast.seed=SEED; for a longer
 * one: -Dholdfast.fuzz.seconds=600.
 */
@ExtendWith(RunningServer.Shared.class)
class FuzzTest {
  private static final Duration BUDGET =
      Duration.ofSeconds(Integer.getInteger("holdfast.fuzz.seconds", 15));

  private static final int CHECK_EVERY = 25;

  private Company company;
  private RawHttp http;
  private List<Operation> commands;
  private String expected;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    http = new RawHttp(server.port());
    commands =
        Api.CONTRACT.operations().stream()
            .filter(Operation::isCommand)
            .filter(Operation::hasJsonBody)
            .toList();
    for (String id : List.of("createSku", "createLocation")) {
      Operation operation = Api.CONTRACT.operation(id);
      for (JsonNode example : operation.exampleBodies()) {
        company.admin().post(operation.path(), example.toString());
      }
    }
    company.receive("HB-00001", "SEA", "1000");
    company.receive("HB-00002", "SEA", "1000");
    expected = company.everything();
  }

  @Test
  void noInputEndsInAMistakeOfOursOrChangesStockUnseen(TestReporter reporter) {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    long start = System.nanoTime();
    int sent = 0;
    int done = 0;
    while (System.nanoTime() - start < BUDGET.toNanos()) {
      RawRequest request = spoilt(new Mutator(random), random);
      byte[] bytes = request.bytes();
      try {
        Reply reply = http.send(bytes);
        Api.inspect(request.method(), request.target(), request.bodyText(), reply);
        if (reply.status() < 300) {
          done++;
          settle(reply);
          expected = company.everything();
        } else if (++sent % CHECK_EVERY == 0) {
          assertThat(company.everything()).isEqualTo(expected);
        }
      } catch (AssertionError | RuntimeException failed) {
        throw new AssertionError("seed " + seed + ", request " + shown(bytes), failed);
      }
    }

    assertThat(company.everything()).isEqualTo(expected);
    reporter.publishEntry("requests", sent + " refused, " + done + " done");
    assertThat(sent).as("refused requests").isGreaterThan(50);
  }

  private static String shown(byte[] bytes) {
    return new String(Arrays.copyOf(bytes, Math.min(bytes.length, 4_000)), ISO_8859_1);
  }

  private RawRequest spoilt(Mutator mutator, Random random) {
    Operation operation = mutator.oneOf(commands);
    List<String> bodies = new ArrayList<>(List.of("{}"));
    operation.exampleBodies().forEach(example -> bodies.add(example.toString()));
    String id = random.nextBoolean() ? UUID.randomUUID().toString() : "1-2-3-4-5";
    RawRequest request =
        RawRequest.command(operation.path().replace("{id}", id), company.admin().secret(), "");
    request.body(mutator.body(mutator.oneOf(bodies)));
    mutator.headers(request);
    return request;
  }

  /** Ends a reservation that was accepted: what expires by itself would look like a change. */
  private void settle(Reply reply) {
    if (!reply.json().path("state").asText().equals("active")) {
      return;
    }
    String path = "/v1/reservations/" + reply.json().get("id").asText();
    company.admin().post(path + "/release", "");
    Poll.until(
        "the reservation ends",
        Duration.ofSeconds(31),
        () -> !company.admin().get(path).json().get("state").asText().equals("active"));
  }
}
