package dev.holdfast.lab.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** The file that a run leaves: what {@code GET /v1/lab/runs/{id}} answers. */
final class RunFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ObjectNode run = JSON.createObjectNode();

  RunFile(String id, Engine engine, Demanded demanded, Instant startedAt, Instant finishedAt) {
    run.put("id", id);
    run.put("engine", engine.name());
    run.put("server", engine.server());
    run.put("startedAt", startedAt.toString());
    run.put("finishedAt", finishedAt.toString());
    run.put("rows", demanded.rows());
    run.put("orders", demanded.demand().orders());
    run.put("seed", demanded.demand().seed());
    run.put("machine", Machine.text());
  }

  RunFile stages(List<Measured> stages) {
    ArrayNode all = run.putArray("stages");
    for (Measured stage : stages) {
      ObjectNode one = all.addObject();
      one.put("number", stage.number());
      one.put("name", stage.name());
      one.put("note", stage.note());
      one.put("loadSeconds", rounded(stage.load().seconds()));
      if (stage.load().refreshSeconds() < 0) {
        one.putNull("refreshSeconds");
      } else {
        one.put("refreshSeconds", rounded(stage.load().refreshSeconds()));
      }
      known(one, "diskBytes", stage.size().diskBytes());
      known(one, "memoryBytes", stage.size().memoryBytes());
      one.put("factor", rounded(stage.factor()));
      stage.worse().forEach(one.putArray("worse")::add);
      ArrayNode questions = one.putArray("questions");
      stage.timings().forEach(timing -> question(questions.addObject(), timing));
    }
    return this;
  }

  RunFile notVerified(List<String> sentences) {
    sentences.forEach(run.putArray("notVerified")::add);
    return this;
  }

  private static void question(ObjectNode one, Timing timing) {
    one.put("report", timing.report().label());
    one.put("runs", timing.runs());
    one.put("p50Ms", rounded(timing.p50Ms()));
    one.put("p95Ms", rounded(timing.p95Ms()));
    one.put("dbP50Ms", rounded(timing.databaseP50Ms()));
    one.put("appP50Ms", rounded(timing.applicationP50Ms()));
    known(one, "readBytes", timing.readBytes());
    one.put("rows", timing.rows());
  }

  private static void known(ObjectNode one, String name, long bytes) {
    if (bytes < 0) {
      one.putNull(name);
    } else {
      one.put(name, bytes);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  /** Writes it whole or not at all. */
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(run.get("id").asText() + ".json");
    Path unfinished = folder.resolve(run.get("id").asText() + ".part");
    Files.writeString(
        unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n");
    return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
