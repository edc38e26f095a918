package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import java.util.List;

/** Transfers, read from the store. */
final class TransferReads {
  private final StockReader reader;
  private final NamedReads names;

  TransferReads(StockReader reader, NamedReads names) {
    this.reader = reader;
    this.names = names;
  }

  void addTo(Routes routes) {
    NamedReads.get(routes, "/v1/transfers", Permission.READ, this::transfers);
    NamedReads.get(routes, "/v1/transfers/:id", Permission.READ, this::transfer);
  }

  private ObjectNode transfers(Exchange exchange) {
    TransferState state =
        NamedReads.state(exchange, List.of(TransferState.values()), TransferState::label);
    TransferFilter filter =
        new TransferFilter(state, names.askedSku(exchange), names.askedLocation(exchange));
    ClientId client = exchange.principal().client();
    Page<Transfer> page =
        reader.transfers(client, filter, exchange.query("cursor"), exchange.limit());
    loadNames(client, page.items());
    return NamedReads.page(page, (row, json) -> write(client, row, json));
  }

  private ObjectNode transfer(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Transfer found =
        reader
            .transfer(client, ReservationRoutes.id(exchange, "transfer"))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such transfer")));
    loadNames(client, List.of(found));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(client, found, json);
    return json;
  }

  private void loadNames(ClientId client, List<Transfer> transfers) {
    names.loadNamesOf(client, transfers.stream().map(Transfer::lines).toList());
    names.loadLocations(client, transfers.stream().map(Transfer::toLocation).toList());
  }

  private void write(ClientId client, Transfer transfer, ObjectNode json) {
    json.put("id", transfer.id().toString());
    json.put("state", transfer.state().label());
    json.put("sentAt", transfer.sentAt().toString());
    json.put("to", names.locationCode(client, transfer.toLocation()));
    names.writeLines(client, transfer.lines(), json.putArray("lines"));
  }
}
