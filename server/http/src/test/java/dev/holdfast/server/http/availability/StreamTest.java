package dev.holdfast.server.http.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.Keys.Issued;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.http.HttpStand;
import dev.holdfast.server.http.HttpStand.Answer;
import dev.holdfast.server.http.availability.EventReader.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static final String STREAM = "/v1/availability/stream?sku=";

  private final Shop shop = new Shop().open();
  private final Issued key = shop.keys.issue(shop.client, "reader", Role.READER, false);

  @AfterEach
  void close() {
    shop.close();
  }

  private EventReader open(String query, String... headers) throws Exception {
    return new EventReader(shop.stand.url() + STREAM + query, key.secret(), headers);
  }

  @Test
  void theStateNowAndThenEveryCommittedChange() throws Exception {
    try (EventReader reader = open("MLK-1L&sku=APL-RED")) {
      assertThat(reader.status()).isEqualTo(200);
      assertThat(reader.header("Content-Type")).isEqualTo("text/event-stream");
      Event milk = reader.next();
      assertThat(milk.kind()).isEqualTo("availability");
      assertThat(milk.json().at("/locations")).hasSize(3);
      assertThat(milk.json().at("/stale").asBoolean()).isFalse();
      Event apples = reader.next();
      assertThat(apples.json().at("/sku").asText()).isEqualTo("APL-RED");
      assertThat(apples.id()).endsWith("-100");

      shop.commit(Shop.APPLES, Shop.SEATTLE, 1_000, 0, 0, 4);

      Event change = reader.next();
      assertThat(change.json().at("/locations/0/version").asInt()).isEqualTo(4);
      assertThat(change.json().at("/locations/0").has("onHand")).isFalse();
    }
  }

  @Test
  void oneLocationAlone() throws Exception {
    try (EventReader reader = open("MLK-1L&location=TAC")) {
      assertThat(reader.next().json().at("/locations")).hasSize(1);

      shop.commit(Shop.MILK, Shop.SEATTLE, 1, 0, 0, 8);
      shop.commit(Shop.MILK, Shop.TACOMA, 1, 0, 0, 9);

      assertThat(reader.next().json().at("/locations/0/location").asText()).isEqualTo("TAC");
    }
  }

  @Test
  void whoComesBackIsToldWhatWasMissedAndNoMore() throws Exception {
    String last;
    try (EventReader reader = open("MLK-1L")) {
      last = reader.next().id();
    }
    shop.commit(Shop.APPLES, Shop.SEATTLE, 1_000, 0, 0, 4);
    shop.commit(Shop.MILK, Shop.TACOMA, 1, 0, 0, 9);
    shop.commit(Shop.MILK, Shop.TACOMA, 2, 0, 0, 10);

    try (EventReader reader = open("MLK-1L", "Last-Event-ID", last)) {
      Event missed = reader.next();
      assertThat(missed.json().at("/locations")).hasSize(1);
      assertThat(missed.json().at("/locations/0/version").asInt()).isEqualTo(10);
      assertThat(missed.id()).endsWith("-103");
      shop.commit(Shop.MILK, Shop.TACOMA, 3, 0, 0, 11);
      assertThat(reader.next().json().at("/locations/0/version").asInt()).isEqualTo(11);
    }
  }

  @Test
  void whoCannotBeResumedIsToldEverything() throws Exception {
    for (String odd : new String[] {"x", "00000000-5", shop.seen().replaceAll("-.*", "-1")}) {
      try (EventReader reader = open("MLK-1L", "Last-Event-ID", odd)) {
        assertThat(reader.next().json().at("/locations")).as(odd).hasSize(3);
      }
    }
  }

  @Test
  void aNewPictureIsToldAsAWhole() throws Exception {
    try (EventReader reader = open("MLK-1L")) {
      reader.next();

      shop.begin("two");
      shop.position(Shop.MILK, Shop.SEATTLE, 1, 0, 0, 1);
      shop.end();

      Event event = reader.next();
      assertThat(event.json().at("/locations")).hasSize(1);
      assertThat(event.json().at("/locations/0/version").asInt()).isEqualTo(1);
    }
  }

  @Test
  void stalenessComesAndGoes() throws Exception {
    try (EventReader reader = open("MLK-1L")) {
      reader.next();

      shop.pass(Duration.ofSeconds(2));
      Event stale = reader.next();
      assertThat(stale.kind()).isEqualTo("stale");
      assertThat(stale.json().at("/ageSeconds").asDouble()).isEqualTo(2);
      shop.mark();

      assertThat(reader.next().kind()).isEqualTo("fresh");
    }
  }

  @Test
  void aSlowReaderIsToldTheLastOfEachPosition() throws Exception {
    try (EventReader reader = open("MLK-1L")) {
      reader.next();
      int last = 20_000;
      for (int version = 8; version <= last; version++) {
        shop.commit(Shop.MILK, Shop.SEATTLE, version, 0, 0, version);
      }

      Set<Integer> told = new HashSet<>();
      int version = 0;
      while (version < last) {
        int before = version;
        version = reader.next().json().at("/locations/0/version").asInt();
        assertThat(version).isGreaterThanOrEqualTo(before);
        told.add(version);
      }
      assertThat(told).hasSizeLessThan(last);
    }
  }

  @Test
  void aRevokedKeyEndsItsStreams() throws Exception {
    try (EventReader reader = open("MLK-1L")) {
      reader.next();

      shop.keys.revoke(shop.client, key.key().id());

      assertThat(reader.next().kind()).isEmpty();
    }
  }

  @Test
  void whatCannotBeWatchedIsRefused() throws Exception {
    var caller = shop.stand.as(key.secret());
    assertThat(caller.get("/v1/availability/stream").status()).isEqualTo(422);
    assertThat(caller.get(STREAM + "MLK-1L&location=XXX").status()).isEqualTo(422);
    assertThat(caller.get(STREAM + "SECRET").status()).isEqualTo(404);
    Answer many = caller.get(STREAM + "MLK-1L" + "&sku=MLK-1L".repeat(100));
    assertThat(many.status()).isEqualTo(422);
    assertThat(many.text("/field")).isEqualTo("sku");
  }

  @Test
  void tooManyStreamsOfOneClientAreRefused() throws Exception {
    ChangeStreams streams = new ChangeStreams(shop.view, 0);
    try (HttpRefusal refusal = new HttpRefusal(shop, streams)) {
      Answer answer = refusal.stand().as(key.secret()).get(STREAM + "MLK-1L");

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.text("/type")).endsWith("/too-many-streams");
      assertThat(answer.header("Retry-After")).isNotEmpty();
      assertThat(streams.size()).isZero();
    }
  }

  @Test
  void oneVisitorOfAnOpenShopLeavesStreamsToOthers() throws Exception {
    String visitor = shop.keys.issue(shop.client, "shop", Role.SHOPPER, false).secret();
    ChangeStreams streams = new ChangeStreams(shop.view, 20);
    try (HttpRefusal few = new HttpRefusal(shop, streams)) {
      String url = few.stand().url() + STREAM + "MLK-1L";
      try (EventReader one = new EventReader(url, visitor);
          EventReader two = new EventReader(url, visitor)) {
        assertThat(one.next().kind()).isEqualTo("availability");
        assertThat(two.next().kind()).isEqualTo("availability");
        Answer third = few.stand().as(visitor).get(STREAM + "MLK-1L");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.text("/type")).endsWith("/too-many-streams");
        assertThat(third.text("/detail")).contains("network address");
        try (EventReader clerk = new EventReader(url, key.secret())) {
          assertThat(clerk.next().kind()).isEqualTo("availability");
        }
      }
    }
  }

  /** A server that serves only so many streams. */
  private record HttpRefusal(HttpStand stand) implements AutoCloseable {
    HttpRefusal(Shop shop, ChangeStreams streams) {
      this(
          new HttpStand(
              shop.ring, routes -> new AvailabilityRoutes(shop.view, streams, 64).addTo(routes)));
    }

    @Override
    public void close() {
      stand.close();
    }
  }
}
