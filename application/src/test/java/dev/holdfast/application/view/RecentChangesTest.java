package dev.holdfast.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
  private final RecentChanges recent = new RecentChanges(4);

  private void picture(long place) {
    recent.rebuilt();
    mark(place);
  }

  private void mark(long place) {
    recent.reached(new FeedMark(place, Instant.EPOCH));
  }

  private static long position(long sku) {
    return PositionKey.of(sku, 1).packed();
  }

  private void commit(long place, long... skus) {
    for (long sku : skus) {
      recent.positionChanged(ViewFeed.CLIENT, position(sku), 1);
    }
    mark(place);
  }

  private Set<Long> since(long place) {
    return recent.since(place, sku -> sku != 99);
  }

  @Test
  void beforeAPictureNothingIsKnown() {
    assertThat(since(0)).isNull();
    picture(10);
    assertThat(since(9)).isNull();
    assertThat(since(10)).isEmpty();
  }

  @Test
  void whatWasCommittedAfterAPlaceIsTold() {
    picture(10);
    commit(20, 1);
    commit(30, 2, 99);

    assertThat(since(20)).containsExactly(position(2));
    assertThat(since(10)).containsExactly(position(1), position(2));
    assertThat(since(30)).containsOnly(position(2));
  }

  @Test
  void aPlaceBetweenTwoMarksIsThatOfTheFirst() {
    picture(10);
    mark(15);
    commit(20, 1);
    commit(30, 2);

    // Another node may know of a mark here that this one never heard of.
    assertThat(since(17)).containsExactly(position(1), position(2));
    assertThat(since(12)).containsExactly(position(1), position(2));
  }

  @Test
  void whatWasForgottenIsNotKnown() {
    picture(10);
    commit(20, 1);
    commit(30, 2, 3);
    commit(40, 4, 5);

    // The first change is forgotten.
    assertThat(since(10)).isNull();
    assertThat(since(20)).containsExactly(position(2), position(3), position(4), position(5));
    commit(50, 6);
    // Half of what came after 20 is forgotten.
    assertThat(since(20)).isNull();
    assertThat(since(30)).containsExactly(position(4), position(5), position(6));
  }

  @Test
  void anotherPictureForgetsEverything() {
    picture(10);
    commit(20, 1);
    picture(30);

    assertThat(since(20)).isNull();
    assertThat(since(30)).isEmpty();
    commit(40, 2);
    assertThat(since(30)).containsExactly(position(2));
  }
}
