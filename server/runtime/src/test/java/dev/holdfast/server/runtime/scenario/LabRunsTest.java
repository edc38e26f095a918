package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators see what the laboratory stored, as it is; nobody else does. */
@ExtendWith(RunningServer.Shared.class)
class LabRunsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUN =
      """
      {"id":"%s","engine":"postgres","server":"PostgreSQL 18.6","startedAt":"2026-11-21T19:09:37Z",
      "finishedAt":"2026-11-21T19:28:02Z","rows":1000,"orders":500,"seed":1,"machine":"2 processors",
      "stages":[{"number":0,"name":"raw","note":"No index.","loadSeconds":1.5,"refreshSeconds":null,
      "diskBytes":10,"memoryBytes":null,"factor":1,"worse":["stock"],"questions":[{"report":"stock",
      "runs":3,"p50Ms":1.5,"p95Ms":2.5,"dbP50Ms":1.4,"appP50Ms":0.1,"readBytes":8192,"rows":4}]}],
      "notVerified":[]}\
      """;

  @Test
  void operatorsSeeTheRunsThatAreStoredTheLatestFirst(RunningServer server) throws IOException {
    Path folder = Files.createDirectories(server.dataFolder().resolve("lab"));
    Files.writeString(folder.resolve("20261120-x.json"), RUN.formatted("20261120-x"));
    Files.writeString(folder.resolve("20261121-x.json"), RUN.formatted("20261121-x"));
    Files.writeString(folder.resolve("20261122-torn.json"), "{\"id\":\"20261122-torn\",");
    Files.writeString(folder.resolve("20261123-other.json"), RUN.formatted("of somebody else"));
    Files.writeString(folder.resolve("20261124-x.part"), RUN.formatted("20261124-x"));
    Api operator = Company.operator(server);

    JsonNode items = operator.get("/v1/lab/runs").json().get("items");
    assertThat(items.valueStream().map(run -> run.get("id").asText()))
        .containsExactly("20261121-x", "20261120-x");
    JsonNode one = operator.get("/v1/lab/runs/20261120-x").json();
    assertThat(one.toString()).isEqualTo(JSON.readTree(RUN.formatted("20261120-x")).toString());
    for (String none : List.of("20261122-torn", "20261123-other", "..%2F..%2Fkey", "nothing")) {
      Reply reply = operator.get("/v1/lab/runs/" + none);
      assertThat(reply.status()).as(none).isEqualTo(404);
    }
  }

  @Test
  void onlyOperatorsSeeThem(RunningServer server) {
    for (String target : List.of("/v1/lab/runs", "/v1/lab/runs/x")) {
      Reply admin = Company.in(server).admin().get(target);
      assertThat(admin.status()).isEqualTo(403);
      assertThat(admin.problem()).isEqualTo("operators-only");
    }
  }
}
