package dev.holdfast.server.runtime;

import dev.holdfast.application.reporting.AnswerReport;
import dev.holdfast.application.reporting.ReportPlaces;
import dev.holdfast.application.view.StockView;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.reporting.ReportRoutes;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.TableFiles;
import java.time.Clock;

/** What answers reports. */
final class ReportSide {
  private final ReportRoutes routes;

  /**
   * @param view knows the categories that there are
   */
  ReportSide(RollUpStore store, CatalogueStore catalogue, StockView view, TableFiles files) {
    ReportPlaces places = ReportPlaces.of(catalogue);
    this.routes =
        new ReportRoutes(
            new AnswerReport(store, places, Clock.systemUTC()),
            places,
            // While the view loads, nobody can say which categories there are.
            (client, category) -> !view.isReady() || view.categories(client).containsKey(category),
            files);
  }

  void addTo(Routes all) {
    routes.addTo(all);
  }
}
