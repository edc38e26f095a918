package dev.holdfast.server.http.order;

import dev.holdfast.application.bulk.FileFormat;
import dev.holdfast.application.bulk.ImportAnswer;
import dev.holdfast.application.bulk.ImportRequest;
import dev.holdfast.application.bulk.OrderFile;
import dev.holdfast.application.bulk.Rejects;
import dev.holdfast.application.order.OrderImport;
import dev.holdfast.application.order.OrderImport.Asked;
import dev.holdfast.application.order.OrderImport.Fate;
import dev.holdfast.application.order.OrderLines;
import dev.holdfast.application.order.OrderSheet;
import dev.holdfast.application.order.PlaceOrder.Wanted;
import dev.holdfast.application.order.SheetOrder;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkSummary;
import dev.holdfast.storage.api.RowReject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Files of orders: each order is read as the body of {@code POST /v1/orders} would be. */
final class OrderFiles implements OrderFile {
  private final OrderImport imports;
  private final OrderLines lines;
  private final OrderNames names;
  private final HeldGoods held;
  private final StockView view;

  OrderFiles(
      OrderImport imports, OrderLines lines, OrderNames names, HeldGoods held, StockView view) {
    this.imports = imports;
    this.lines = lines;
    this.names = names;
    this.held = held;
    this.view = view;
  }

  @Override
  public ImportAnswer run(ImportRequest request, InputStream file) throws IOException {
    long start = System.nanoTime();
    if (!view.isReady()) {
      throw new ApiException(Failures.viewLoading());
    }
    Rejects rejects = new Rejects();
    List<Callable<Fate>> work = work(request, file, rejects);
    if (rejects.count() > 0) {
      return new ImportAnswer.Settled(
          new BulkResult.Rejected(work.size(), rejects.count(), rejects.with(List.of())));
    }
    long already = 0;
    for (Fate fate : OrderImport.all(work)) {
      switch (fate) {
        case Fate.Placed placed -> {}
        case Fate.Already known -> already++;
        case Fate.Rejected no -> rejects.add(no.line(), no.column(), no.value(), no.reason());
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    long applied = work.size() - rejects.count();
    return new ImportAnswer.Placed(
        new BulkSummary(work.size(), applied, rejects.count(), took),
        already,
        rejects.with(List.of()));
  }

  private List<Callable<Fate>> work(ImportRequest request, InputStream file, Rejects rejects)
      throws IOException {
    Stream<Callable<Fate>> work =
        request.format() == FileFormat.CSV
            ? OrderSheet.read(file, rejects).stream().map(order -> () -> bring(request, order))
            : JsonLine.read(file).stream()
                .map(line ->
                    () -> bring(request, line.bytes(), line.number(), new LinePlaces(line)));
    return work.toList();
  }

  private Fate bring(ImportRequest request, SheetOrder order) {
    RowReject fault = order.fault();
    return fault != null
        ? new Fate.Rejected(fault.line(), fault.column(), fault.value(), fault.reason())
        : bring(request, SheetBody.of(order), order.lineOf("number"), new SheetPlaces(order));
  }

  private Fate bring(ImportRequest request, byte[] json, long line, OrderPlaces places) {
    try {
      return imports.bring(asked(request, json), line, this::wanted);
    } catch (ApiException refused) {
      return places.reject(refused.problem());
    }
  }

  private Asked asked(ImportRequest request, byte[] json) {
    OrderBody body = new OrderBody(JsonFields.parse(json));
    String number = body.number();
    if (number == null && !body.fields().has("number")) {
      body.fields().violate("number", "is missing: it tells the order from others, also later");
    }
    UUID reservation = body.id("reservation");
    List<OrderLine> ordered = body.linesOrHeld(request.client(), lines, reservation);
    Delivery delivery = body.delivery(request.client(), names);
    String note = body.text("note");
    body.finish();
    return new Asked(
        request.client(),
        request.actor(),
        String.valueOf(number),
        reservation,
        ordered,
        delivery,
        note);
  }

  private Wanted wanted(Asked asked) {
    UUID id = asked.reservation();
    Reservation taken = id == null ? null : held.active(asked.client(), id);
    List<OrderLine> ordered =
        asked.lines().isEmpty() && taken != null
            ? held.lines(asked.client(), taken)
            : asked.lines();
    return new Wanted(asked.number(), taken, ordered, asked.delivery());
  }
}
