package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.StockSnapshots;
import java.util.concurrent.CountDownLatch;

/** Pictures of which the first takes until the test says so. */
final class SlowPictures implements StockSnapshots {
  private final StockSnapshots from;
  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  SlowPictures(StockSnapshots from) {
    this.from = from;
  }

  boolean isReading() {
    return reading.getCount() == 0;
  }

  void goOn() {
    goOn.countDown();
  }

  @Override
  public void read(FeedListener listener) {
    from.read(listener);
    reading.countDown();
    try {
      goOn.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
