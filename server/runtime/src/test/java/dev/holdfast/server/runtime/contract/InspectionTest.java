package dev.holdfast.server.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The judge of all scenarios notices when the server and the contract differ. */
class InspectionTest {
  private static final String ID = "0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f";

  private static final String RESERVED =
      """
      {"id":"%s","state":"active","at":"2026-11-20T23:52:37Z","expiresAt":"2026-11-21T00:07:37Z",\
      "lines":[{"sku":"A","location":"L","quantity":1.250,"availableToPromise":9,"version":2}]}\
      """
          .formatted(ID);

  private static final String BODY =
      "{\"lines\":[{\"sku\":\"A\",\"location\":\"L\",\"quantity\":1.250}]}";

  private final Inspection inspection = new Inspection(Contract.read());

  private static Map<String, List<String>> headers(String type) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of(type));
    headers.put("server-timing", List.of("app;dur=0.12, db;dur=3.04"));
    return headers;
  }

  private List<String> reserve(String body, Reply reply) {
    return inspection.faults("POST", "/v1/reservations", body, reply);
  }

  private static Reply reserved(String body) {
    return new Reply(201, headers("application/json"), body);
  }

  private static Reply problem(int status, String slug, String more) {
    String body =
        """
        {"type":"https://holdfast.dev/problems/%s","title":"t","status":%d,"detail":"d"%s}\
        """
            .formatted(slug, status, more);
    return new Reply(status, headers("application/problem+json"), body);
  }

  @Test
  void whatTheContractSaysIsFine() {
    assertThat(reserve(BODY, reserved(RESERVED))).isEmpty();
    assertThat(reserve("{}", problem(422, "invalid-field", ",\"field\":\"lines\""))).isEmpty();
  }

  @Test
  void aMissingFieldIsNoticed() {
    assertThat(reserve(BODY, reserved(RESERVED.replace("\"state\":\"active\",", "")))).hasSize(1);
  }

  @Test
  void aFieldThatTheContractDoesNotNameIsNoticed() {
    assertThat(reserve(BODY, reserved(RESERVED.replace("\"lines\"", "\"new\":1,\"lines\""))))
        .hasSize(1);
    assertThat(reserve(BODY, reserved(RESERVED.replace("\"sku\"", "\"new\":1,\"sku\""))))
        .hasSize(1);
  }

  @Test
  void aWrongTypeIsNoticed() {
    assertThat(reserve(BODY, reserved(RESERVED.replace("1.250", "\"1.250\"")))).hasSize(1);
    assertThat(reserve(BODY, reserved(RESERVED.replace(ID, "7")))).hasSize(1);
    assertThat(reserve(BODY, reserved(RESERVED.replace("2026-11-20T", "20.11.2026 ")))).hasSize(1);
    assertThat(reserve(BODY, reserved(RESERVED.replace("active", "asleep")))).hasSize(1);
  }

  @Test
  void anUndocumentedStatusIsNoticed() {
    assertThat(reserve(BODY, new Reply(202, headers("application/json"), RESERVED))).hasSize(1);
  }

  @Test
  void aMistakeOfOursIsNoticed() {
    assertThat(reserve(BODY, problem(500, "internal-error", ""))).isNotEmpty();
    assertThat(reserve(BODY, problem(501, "bad-target", ""))).isNotEmpty();
  }

  @Test
  void anUnknownProblemIsNoticed() {
    assertThat(reserve(BODY, problem(409, "out-of-luck", ""))).hasSize(1);
  }

  @Test
  void aProblemThatMisstatesItsStatusIsNoticed() {
    Reply wrong = problem(409, "insufficient-stock", "");
    assertThat(reserve(BODY, new Reply(422, wrong.headers(), wrong.body()))).hasSize(1);
  }

  @Test
  void aMissingHeaderIsNoticed() {
    Reply reply = reserved(RESERVED);
    reply.headers().remove("server-timing");
    assertThat(reserve(BODY, reply)).hasSize(1);
    assertThat(reserve(BODY, problem(503, "overloaded", ""))).hasSize(1);
    assertThat(inspection.faults("PUT", "/v1/sales", "", problem(405, "method-not-allowed", "")))
        .hasSize(1);
  }

  @Test
  void anotherContentTypeIsNoticed() {
    assertThat(reserve(BODY, new Reply(201, headers("text/plain"), RESERVED))).hasSize(1);
  }

  @Test
  void aBodyThatShouldHaveBeenRefusedIsNoticed() {
    assertThat(reserve("{}", reserved(RESERVED))).hasSize(1);
    assertThat(reserve(BODY.replace("1.250", "0"), reserved(RESERVED))).hasSize(1);
    assertThat(reserve(BODY.replace("\"lines\"", "\"new\":1,\"lines\""), reserved(RESERVED)))
        .hasSize(1);
    assertThat(reserve("", reserved(RESERVED))).hasSize(1);
  }

  @Test
  void aRouteThatTheContractLacksIsNoticed() {
    Reply reply = new Reply(200, headers("application/json"), "{}");
    assertThat(inspection.faults("GET", "/v1/secrets", "", reply)).hasSize(1);
  }
}
