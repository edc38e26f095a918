package dev.holdfast.server.http.stock;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.application.stock.LineRequest;
import dev.holdfast.application.stock.LineResolver;
import dev.holdfast.application.stock.LineResolver.Resolution;
import dev.holdfast.application.stock.QuantityRule;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stock command from an exchange to its lane and the outcome back. Everything here runs on
 * the exchange's event loop, but for look-ups that memory cannot answer.
 */
final class CommandDesk {
  private final CommandLanes lanes;
  private final LineResolver resolver;
  private final CatalogueDirectory directory;
  private final Blocking blocking;

  CommandDesk(CommandLanes lanes, CatalogueDirectory directory, Blocking blocking) {
    this.lanes = lanes;
    this.resolver = new LineResolver(directory);
    this.directory = directory;
    this.blocking = blocking;
  }

  /** How an outcome that was done is written. */
  interface Rendering {
    void write(Outcome.Done done, OutcomeJson json);
  }

  /** A command that is ready but for its lines. */
  record Draft(
      String key,
      @Nullable String note,
      int status,
      Rendering rendering,
      Consumer<CommandResult> heard) {
    Draft(String key, @Nullable String note, int status, Rendering rendering) {
      this(key, note, status, rendering, result -> {});
    }

    /** The same command, of which somebody hears what became before it is answered. */
    Draft heardBy(Consumer<CommandResult> listener) {
      return new Draft(key, note, status, rendering, listener);
    }
  }

  /** Resolves lines and goes on with them on the event loop. */
  void resolve(
      Exchange exchange, List<LineRequest> requests, QuantityRule rule, Consumer<List<Line>> next) {
    ClientId client = exchange.principal().client();
    Resolution resolution = resolver.resolve(client, requests, rule);
    if (!resolution.unknown()) {
      accept(resolution, next);
      return;
    }
    blocking.run(
        exchange,
        () -> {
          Resolution loaded = resolver.load(client, requests, rule);
          accept(loaded, lines -> exchange.onLoop(() -> next.accept(lines)));
        });
  }

  private static void accept(Resolution resolution, Consumer<List<Line>> next) {
    if (!resolution.violations().isEmpty()) {
      throw new ApiException(Problem.invalid(resolution.violations()));
    }
    next.accept(resolution.lines());
  }

  /** Hands the command to its lane; the answer follows. */
  void submit(Exchange exchange, Draft draft, StockCommand command) {
    ClientCommand sent =
        new ClientCommand(
            exchange.principal().client(),
            draft.key(),
            IdempotencyKeys.fingerprint(exchange.request(), exchange.bodyBytes()),
            exchange.principal().keyId(),
            draft.note(),
            command);
    boolean taken =
        lanes.submit(
            sent,
            (result, nanos) -> {
              exchange.storeTook(nanos);
              exchange.onLoop(() -> {
                draft.heard().accept(result);
                answer(exchange, draft, result);
              });
            });
    if (!taken) {
      draft.heard().accept(new CommandResult.NoEffect("the lane is full"));
      exchange.problem(lanes.isStoreAway() ? Failures.unavailable() : Failures.overloaded());
    }
  }

  private void answer(Exchange exchange, Draft draft, CommandResult result) {
    switch (result) {
      case CommandResult.Settled settled -> {
        if (settled.replayed()) {
          exchange.request().response().putHeader("Idempotency-Replayed", "true");
        }
        settled(exchange, draft, settled.outcome());
      }
      case CommandResult.KeyReused reused -> exchange.problem(IdempotencyKeys.reused());
      case CommandResult.NoEffect none -> exchange.problem(Failures.unavailable());
      case CommandResult.Unknown unknown -> exchange.problem(Failures.unknown());
    }
  }

  private void settled(Exchange exchange, Draft draft, Outcome outcome) {
    OutcomeJson json = new OutcomeJson(exchange.principal().client(), directory);
    if (render(exchange, draft, outcome, json)) {
      return;
    }
    blocking.run(
        exchange,
        () -> {
          load(exchange.principal().client(), outcome);
          OutcomeJson again = new OutcomeJson(exchange.principal().client(), directory);
          if (!render(exchange, draft, outcome, again)) {
            throw new IllegalStateException("an outcome names what the catalogue does not have");
          }
        });
  }

  /** False when a code that the answer needs is not in memory. */
  private static boolean render(Exchange exchange, Draft draft, Outcome outcome, OutcomeJson json) {
    switch (outcome) {
      case Outcome.Done done -> {
        draft.rendering().write(done, json);
        if (json.complete()) {
          exchange.json(draft.status(), json.text().getBytes(StandardCharsets.UTF_8));
        }
      }
      case Outcome.Refused refused -> {
        Problem problem = Refusals.problem(refused, json);
        if (json.complete()) {
          exchange.problem(problem);
        }
      }
    }
    return json.complete();
  }

  private void load(ClientId client, Outcome outcome) {
    Set<Long> skus = new TreeSet<>();
    switch (outcome) {
      case Outcome.Done done -> done.lines().forEach(line -> add(skus, line.position()));
      case Outcome.Refused refused -> refused.lines().forEach(line -> add(skus, line.position()));
    }
    directory.loadById(client, skus);
    directory.loadLocations(client);
  }

  private static void add(Set<Long> skus, PositionKey position) {
    skus.add(position.skuId());
  }
}
