package dev.holdfast.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A search that is fed by hand. */
final class SearchStand implements AutoCloseable {
  static final ClientId HARBOR = new ClientId(1);
  static final ClientId TIDEWATER = new ClientId(2);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final SkuSearch search;

  SearchStand(IndexPlace place) {
    this.search = new SkuSearch(place);
  }

  /** A stand with an empty whole picture behind it. */
  static SearchStand ready() {
    SearchStand stand = new SearchStand(IndexPlace.memory());
    stand.picture("first");
    stand.settle();
    return stand;
  }

  void picture(String history, FeedSku... skus) {
    search.snapshotBegins(history);
    List.of(skus).forEach(search::sku);
    search.snapshotEnds(new FeedMark(1, Instant.EPOCH));
  }

  static FeedSku sku(ClientId client, long id, String code, String name, String... barcodes) {
    Sku.Size size = new Sku.Size(0, 0, 0, 0);
    return new FeedSku(
        id, client, new Sku(code, name, List.of(barcodes), "each", new Scale(0), size, "grocery"));
  }

  /** Waits until everything told can be found. */
  void settle() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (search.waiting() > 0) {
      assertThat(System.nanoTime()).as("still waiting: " + search.waiting()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Tells some SKUs and waits until they can be found. */
  void tell(FeedSku... skus) {
    List.of(skus).forEach(search::sku);
    settle();
  }

  /** The numbers of what is found, best first. */
  List<Long> find(ClientId client, String text) {
    return hits(client, text).hits().stream().map(SkuHit::skuId).toList();
  }

  SkuHits hits(ClientId client, String text) {
    return search.search(client, new SkuQuestion(text, null, 20));
  }

  @Override
  public void close() {
    search.close();
  }
}
