package dev.holdfast.server.http.fulfilment;

import dev.holdfast.application.fulfilment.quote.QuoteParcels;
import dev.holdfast.application.fulfilment.setup.ImportTariffs;
import dev.holdfast.application.fulfilment.setup.SetUpFulfilment;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.SetupStore;

/** Everything that a client sets up for fulfilment. */
public final class FulfilmentRoutes {
  private final SettingRoutes settings;
  private final TariffRoutes tariffs;
  private final QuoteRoutes quotes;

  public FulfilmentRoutes(SetupStore store, SetUpFulfilment settings, QuoteParcels quotes) {
    this.settings = new SettingRoutes(store, settings);
    this.tariffs = new TariffRoutes(store, new ImportTariffs(settings));
    this.quotes = new QuoteRoutes(quotes);
  }

  public void addTo(Routes routes) {
    settings.addTo(routes);
    tariffs.addTo(routes);
    quotes.addTo(routes);
  }
}
