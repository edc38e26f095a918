package dev.holdfast.server.http.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.search.SkuHits;
import dev.holdfast.application.search.SkuQuestion;
import dev.holdfast.application.search.SkuSearch;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.availability.Patience;
import dev.holdfast.server.http.availability.Seen;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/search}: SKUs by name, code and barcode, with what is available of them; and the
 * categories to narrow it by.
 *
 * <p>Never asks the store, and goes on while it is away. Leaves the event loop all the same: a
 * barcode takes microseconds, but forgiving mistakes takes milliseconds, and other lookups must not
 * wait for that.
 */
public final class SearchRoutes {
  /** The most characters of a question; twice the longest names that people type. */
  static final int MAX_TEXT = 100;

  /** What fits a screen. */
  static final int DEFAULT_LIMIT = 20;

  /** Whoever wants to see more narrows the question. */
  static final int MAX_LIMIT = 100;

  private final StockView view;
  private final SkuSearch search;
  private final Blocking blocking;

  public SearchRoutes(StockView view, SkuSearch search, Blocking blocking) {
    this.view = view;
    this.search = search;
    this.blocking = blocking;
  }

  /** Adds the route of one event loop. */
  public void addTo(Routes routes) {
    new CategoryRoutes(view, blocking).addTo(routes);
    Patience patience = new Patience(new Seen(view));
    routes.memory(
        HttpMethod.GET,
        "/v1/search",
        Permission.LOOK_UP,
        exchange -> patience.caughtUp(exchange, ready -> blocking.run(ready, () -> answer(ready))));
  }

  private void answer(Exchange exchange) {
    String text = text(exchange);
    SkuQuestion question = new SkuQuestion(text, exchange.query("category"), limit(exchange));
    ClientId client = exchange.principal().client();
    ViewLocation location = location(client, exchange.query("location"));
    SearchAnswer answer = new SearchAnswer(view, exchange.principal(), location);
    SkuHits found = search.search(client, question);
    ObjectNode json = answer.json(text, found);
    String seen = Seen.text(view.place());
    exchange.onLoop(() -> exchange.request().response().putHeader(Seen.NAME, seen));
    exchange.json(200, json);
  }

  private static String text(Exchange exchange) {
    String text = exchange.query("q");
    if (text == null || text.isBlank()) {
      throw invalid("q", "must say what to look for: a name, code or barcode, or part of one");
    }
    int length = text.codePointCount(0, text.length());
    if (length > MAX_TEXT) {
      throw invalid(
          "q", "must have at most " + MAX_TEXT + " characters; it has " + length + ": shorten it");
    }
    if (!TextRules.isPlain(text)) {
      throw invalid("q", "must be one line of plain text: remove control characters");
    }
    return text;
  }

  private static int limit(Exchange exchange) {
    String text = exchange.query("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw invalid("limit", "must be a whole number from 1 to " + MAX_LIMIT);
  }

  private @Nullable ViewLocation location(ClientId client, @Nullable String code) {
    if (code == null) {
      return null;
    }
    ViewLocation location = view.location(client, code);
    // A view that is still being loaded cannot tell.
    if (location == null && view.isReady()) {
      throw new ApiException(Problem.notFound("There is no location " + code));
    }
    return location;
  }

  private static ApiException invalid(String field, String mend) {
    return new ApiException(Problem.invalid(List.of(new Violation(field, mend))));
  }
}
