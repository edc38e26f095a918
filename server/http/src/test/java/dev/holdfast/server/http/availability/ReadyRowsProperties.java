package dev.holdfast.server.http.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However few places there are for rows, what is found by bytes is what a plain map holds. */
class ReadyRowsProperties {
  private static final int TWO_GROUPS = 8;

  /** Of the same hash, of the same beginning, of one letter; and one that is no code. */
  private static final List<String> CODES =
      List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "A", "A-1", "A-10", "C", "A\",\"unit\":\"each");

  private static final List<QueryBody> BODIES =
      List.of(QueryBody.EVERYWHERE, new QueryBody(null, "west", null, null));

  /** A SKU is made or its stock changed; or it is asked for. */
  record Step(boolean change, int client, int code, boolean clerk, int body) {}

  private record Known(long id, int version) {}

  private final StockView view = new StockView(Clock.systemUTC());
  private final ReadyRows rows = new ReadyRows(view, TWO_GROUPS);
  private final Map<String, Known> model = new HashMap<>();
  private final AskedCodes codes = new AskedCodes();

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(true, false, false),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(0, CODES.size() - 1),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, BODIES.size() - 1))
        .as(Step::new)
        .list()
        .ofMaxSize(200);
  }

  @Property(tries = 300)
  void aRowTellsWhatAMapHolds(@ForAll("steps") List<Step> steps) {
    view.snapshotBegins("one");
    view.snapshotEnds(new FeedMark(1, Instant.EPOCH));
    for (Step step : steps) {
      if (step.change()) {
        change(step);
      } else {
        ask(step);
      }
    }
  }

  private void change(Step step) {
    String code = CODES.get(step.code());
    ClientId client = new ClientId(step.client());
    String name = client.value() + "/" + code;
    Known before = model.get(name);
    if (before == null) {
      before = new Known(model.size() + 1, 0);
      Sku.Size size = new Sku.Size(0, 0, 0, 0);
      Sku sku = new Sku(code, code, List.of(), "each", new Scale(0), size, "food");
      view.sku(new FeedSku(before.id(), client, sku));
    }
    Known now = new Known(before.id(), before.version() + 1);
    long packed = PositionKey.of(now.id(), 1).packed();
    view.position(new FeedPosition(packed, client, now.version(), 0, 0, now.version()));
    model.put(name, now);
  }

  private void ask(Step step) {
    String code = CODES.get(step.code());
    ClientId client = new ClientId(step.client());
    Role role = step.clerk() ? Role.CLERK : Role.READER;
    Principal asks = new Principal(1, "key", client, role, false);
    RowShape shape = rows.shape(asks, BODIES.get(step.body()), () -> Filter.NONE);
    codes.take(List.of("other", code));

    ReadyRow row = rows.row(shape, codes, 1);

    Known known = model.get(client.value() + "/" + code);
    if (known == null) {
      assertThat(row).isNull();
    } else {
      assertThat(row).isNotNull();
      String text = new String(row.head(), StandardCharsets.UTF_8);
      assertThat(text).startsWith("{\"sku\":\"" + code + "\",\"unit\":\"each\",");
      assertThat(row.head())
          .isEqualTo(
              new Rows(view)
                  .write(
                      view.skuById(client, known.id()),
                      view.stock(known.id()),
                      Filter.NONE,
                      step.clerk()));
    }
  }
}
