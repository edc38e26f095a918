package dev.holdfast.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenVersionsTest {
  private final SeenVersions seen = new SeenVersions();

  @Test
  void aVersionIsSeenWithItsFirstEvent() {
    seen.note(event("SEA", 7), 100);
    seen.note(event("SEA", 7), 200);

    assertThat(seen.firstFrom("SEA", 7)).isEqualTo(100);
  }

  @Test
  void aLaterVersionShowsTheEarlierOnesToo() {
    seen.note(event("SEA", 7), 100);
    seen.note(event("SEA", 10), 200);

    assertThat(seen.firstFrom("SEA", 8)).isEqualTo(200);
  }

  @Test
  void whatHasNotArrivedIsNotSeen() {
    seen.note(event("SEA", 7), 100);

    assertThat(seen.firstFrom("SEA", 8)).isNull();
    assertThat(seen.firstFrom("PDX", 1)).isNull();
  }

  @Test
  void everyRowOfAnEventIsTaken() {
    seen.note(
        "data: {\"sku\":\"A\",\"locations\":["
            + "{\"location\":\"SEA\",\"availableToPromise\":1,\"version\":3},"
            + "{\"location\":\"PDX\",\"availableToPromise\":2,\"version\":4}],\"stale\":false}",
        100);

    assertThat(seen.firstFrom("SEA", 3)).isEqualTo(100);
    assertThat(seen.firstFrom("PDX", 4)).isEqualTo(100);
  }

  private static String event(String location, long version) {
    return "data: {\"sku\":\"A\",\"locations\":[{\"location\":\"%s\",\"version\":%d}]}"
        .formatted(location, version);
  }
}
