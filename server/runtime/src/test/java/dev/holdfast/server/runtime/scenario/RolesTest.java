package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Operation;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each role may do what the contract promises it, and nothing else. */
@ExtendWith(RunningServer.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
  private static final Map<String, Set<String>> MAY =
      Map.of(
          "admin",
          Set.of(
              "look-up",
              "read",
              "see-balances",
              "reserve",
              "hand-over",
              "sell",
              "handle-stock",
              "plan-stock",
              "edit-catalogue",
              "bulk",
              "place-orders",
              "fulfil",
              "set-up-fulfilment",
              "manage-webhooks",
              "administer-keys"),
          "planner",
          Set.of(
              "look-up",
              "read",
              "see-balances",
              "reserve",
              "hand-over",
              "sell",
              "handle-stock",
              "plan-stock",
              "edit-catalogue",
              "bulk",
              "place-orders",
              "fulfil",
              "set-up-fulfilment"),
          "clerk",
          Set.of(
              "look-up",
              "read",
              "see-balances",
              "reserve",
              "hand-over",
              "sell",
              "handle-stock",
              "place-orders",
              "fulfil"),
          "cashier",
          Set.of("look-up", "read", "see-balances", "reserve", "hand-over", "sell", "place-orders"),
          "partner",
          Set.of("look-up", "read", "reserve", "hand-over", "place-orders", "manage-webhooks"),
          "reader",
          Set.of("look-up", "read"),
          "shopper",
          Set.of("look-up", "reserve"));

  /** Commands of one shopper within a minute, below what a shop takes from one address. */
  private static final int OF_ONE_SHOPPER = 30;

  private final Map<String, Api> apis = new TreeMap<>();
  private int tried;

  @BeforeEach
  void aKeyOfEachRole(RunningServer server) {
    if (apis.isEmpty()) {
      Company company = Company.in(server);
      MAY.keySet().forEach(role -> apis.put(role, company.as(role)));
    }
    if (tried++ % OF_ONE_SHOPPER == 0) {
      apis.put("shopper", Company.in(server).as("shopper"));
    }
  }

  static Stream<Operation> operationsWithAKey() {
    return Api.CONTRACT.operations().stream().filter(one -> one.permission().isPresent());
  }

  @ParameterizedTest
  @MethodSource("operationsWithAKey")
  void aRoleMayDoWhatItsPermissionsSay(Operation operation) {
    String needed = operation.permission().orElseThrow();
    apis.forEach((role, api) -> {
      Reply reply = attempt(api, operation);
      boolean allowed = !reply.problem().equals("not-allowed");
      assertThat(allowed)
          .as("%s may %s (%s), which was answered %s", role, operation, needed, reply)
          .isEqualTo(MAY.get(role).contains(needed));
      if (!allowed) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().get("detail").asText()).contains(needed);
      }
    });
  }

  /** Asks for something that exists for nobody, so that permission is all that can be learnt. */
  private static Reply attempt(Api api, Operation operation) {
    String target =
        operation
            .path()
            .replace("{id}", operation.id().equals("revokeKey") ? "2147483647" : nobodys())
            .replaceAll("\\{[a-z]+}", "NOTHING");
    return switch (operation.method()) {
      case "GET" -> api.get(target);
      case "DELETE" -> api.delete(target);
      case "PUT" -> api.put(target, "{}");
      case "PATCH" -> api.patch(target, "{}");
      default -> api.post(target, "{}");
    };
  }

  private static String nobodys() {
    return UUID.randomUUID().toString();
  }
}
