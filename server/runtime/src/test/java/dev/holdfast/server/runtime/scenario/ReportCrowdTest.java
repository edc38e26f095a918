package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.http.reporting.ReportRoutes;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Too many reports at a database that is slow: some are refused, and commands go on. */
@ExtendWith(RunningServer.Shared.class)
class ReportCrowdTest {
  private static final int MORE = 12;

  /** Nobody reads roll-ups for three seconds. */
  private static final String SLOW =
      "do $$ begin lock table holdfast.roll_up in access exclusive mode; perform pg_sleep(3); end $$";

  private static final String IS_SLOW =
      "select count(*) from pg_locks where mode = 'AccessExclusiveLock' and granted"
          + " and relation = 'holdfast.roll_up'::regclass";

  private static boolean isSlow(RunningServer server) {
    try {
      return server.texts(IS_SLOW).equals(List.of("1"));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void whoIsOneTooManyIsAskedToComeBackAndOrdersGoOn(RunningServer server) throws Exception {
    Shipper shipper = new Shipper(server);
    String sku = shipper.sku(10, 0);
    Api api = shipper.api();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> slow = people.submit(() -> server.execute(SLOW));
      Poll.until("the database is slow", Duration.ofSeconds(10), () -> isSlow(server));
      List<Future<Reply>> asked = new ArrayList<>();
      for (int i = 0; i < ReportRoutes.MAX_AT_ONCE + MORE; i++) {
        asked.add(people.submit(() -> api.get("/v1/reports/overview")));
      }
      Reply reserved = api.post("/v1/reservations", Bodies.lines(sku, shipper.west, "1"));

      assertThat(reserved.status()).isEqualTo(201);
      assertThat(slow.isDone()).as("reserved while reports wait").isFalse();
      int refused = 0;
      for (Future<Reply> one : asked) {
        Reply reply = one.get(30, TimeUnit.SECONDS);
        if (reply.status() == 503) {
          refused++;
          assertThat(reply.problem()).isEqualTo("overloaded");
          assertThat(reply.header("Retry-After").orElseThrow()).isIn("1", "2");
        } else {
          assertThat(reply.status()).isEqualTo(200);
        }
      }
      assertThat(refused).isEqualTo(MORE);
      slow.get(30, TimeUnit.SECONDS);
    }
  }
}
