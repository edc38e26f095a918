package dev.holdfast.server.http.access;

import dev.holdfast.application.access.AccessRules;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose keys and accounts a request is about: the caller's client's, or one that it names. */
final class NamedClient {
  private final AccessStore store;

  NamedClient(AccessStore store) {
    this.store = store;
  }

  /**
   * The client of a code; the caller's own where there is no code.
   *
   * @throws ApiException 403 when somebody else than an operator names one, 422 when there is none
   */
  ClientId orOwn(Exchange exchange, @Nullable String code) {
    if (code == null) {
      return exchange.principal().client();
    }
    Operators.require(exchange);
    return Optional.of(code)
        .filter(AccessRules::isClientCode)
        .flatMap(store::client)
        .map(ClientRow::id)
        .orElseThrow(NamedClient::noSuchClient);
  }

  private static ApiException noSuchClient() {
    String mend = "must be the code of a client; GET /v1/clients lists them";
    return new ApiException(Problem.invalid(List.of(new Violation("client", mend))));
  }
}
