package dev.holdfast.server.runtime;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.jobs.ExpireReservations;
import dev.holdfast.application.lanes.CommandLanes;
import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoFreshness;
import dev.holdfast.demo.DemoLot;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Receives the demo company's food with its dates, by the same command as a delivery. */
final class DemoLots {
  private static final long PATIENCE_SECONDS = 30;

  private final CommandLanes lanes;
  private final CatalogueDirectory directory;
  private final Clock clock;

  DemoLots(CommandLanes lanes, CatalogueDirectory directory, Clock clock) {
    this.lanes = lanes;
    this.directory = directory;
    this.clock = clock;
  }

  void load(ClientId client, DemoClient from) throws IOException {
    List<DemoLot> lots = DemoFreshness.of(from, clock.instant());
    directory.load(client, lots.stream().map(DemoLot::sku).distinct().toList());
    directory.loadLocations(client);
    List<CompletableFuture<CommandResult>> answers = new ArrayList<>();
    for (int first = 0; first < lots.size(); first += Line.MAX_LINES) {
      int beyond = Math.min(lots.size(), first + Line.MAX_LINES);
      answers.add(receive(client, first, lots.subList(first, beyond)));
    }
    for (CompletableFuture<CommandResult> answer : answers) {
      require(answer);
    }
  }

  private CompletableFuture<CommandResult> receive(
      ClientId client, int number, List<DemoLot> lots) {
    List<Line> lines = new ArrayList<>(lots.size());
    Map<Integer, LotMark> marks = new HashMap<>();
    for (DemoLot lot : lots) {
      SkuRef sku = directory.sku(client, lot.sku());
      LocationRef location = directory.location(client, lot.location());
      if (sku != null && location != null) {
        marks.put(lines.size(), new LotMark(lot.lot(), lot.expires()));
        lines.add(new Line(PositionKey.of(sku.id(), location.id()), lot.quantity()));
      }
    }
    // A space keeps the key apart from every key that a caller can send.
    String key = "demo lots " + number;
    CompletableFuture<CommandResult> answer = new CompletableFuture<>();
    boolean taken =
        lanes.submit(
            new ClientCommand(
                client,
                key,
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                ExpireReservations.SYSTEM_ACTOR,
                "delivery",
                new MoveStock(Movement.RECEIVE, lines, marks)),
            (result, nanos) -> answer.complete(result));
    if (!taken) {
      answer.complete(new CommandResult.NoEffect("the lanes are full"));
    }
    return answer;
  }

  private static void require(CompletableFuture<CommandResult> answer) throws IOException {
    try {
      CommandResult result = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!(result instanceof CommandResult.Settled settled)
          || !(settled.outcome() instanceof Outcome.Done)) {
        throw new IOException("the demo company's food could not be received: " + result);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the demo company was loaded", stopped);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("the demo company's food could not be received", failed);
    }
  }
}
