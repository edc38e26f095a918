package dev.holdfast.server.http.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.operations.HotList.Hot;
import dev.holdfast.application.operations.Reading.Gauges;
import dev.holdfast.application.operations.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Samples on the wire. What is not known is left out. */
final class OperationsJson {
  private OperationsJson() {}

  static String at(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static ObjectNode node(NodeFacts facts, ObjectNode json) {
    json.put("version", facts.version());
    facts.roles().forEach(json.putArray("roles")::add);
    return json.put("startedAt", at(facts.startedAt()));
  }

  static ObjectNode sample(Sample sample, ObjectNode json) {
    json.put("at", at(sample.at()));
    json.put("lookupsPerSecond", rounded(sample.rates().lookups()));
    json.put("commandsPerSecond", rounded(sample.rates().commands()));
    json.put("refusalsPerSecond", rounded(sample.rates().refusals()));
    json.put("unknownsPerSecond", rounded(sample.rates().unknowns()));
    millis("commandP50Millis", sample.times().commandP50(), json);
    millis("commandP99Millis", sample.times().commandP99(), json);
    millis("lookupP99Millis", sample.times().lookupP99(), json);
    Double batchSize = sample.times().batchSizeMean();
    if (batchSize != null) {
      json.put("batchSizeMean", rounded(batchSize));
    }
    Gauges gauges = sample.gauges();
    millis("feedAgeMillis", gauges.feedAge(), json);
    json.put("waiting", gauges.waiting());
    json.put("streamsOpen", gauges.streamsOpen());
    return json.put("storeReachable", gauges.storeReachable());
  }

  static ObjectNode hot(Hot hot, ObjectNode json) {
    json.put("sku", hot.sku()).put("location", hot.location()).put("client", hot.client());
    return json.put("commandsPerSecond", rounded(hot.commandsPerSecond()));
  }

  private static void millis(String name, @Nullable Duration time, ObjectNode json) {
    if (time != null) {
      json.put(name, BigDecimal.valueOf(time.toNanos() / 1_000, 3));
    }
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
  }
}
