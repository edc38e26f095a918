package dev.holdfast.lab.mongo;

import com.mongodb.client.MongoDatabase;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * The pipelines and indexes in {@code stages/mongo}: what others read and repeat is what runs. A
 * report's file has parts, each a collection and its pipeline; {@code "{client}"} and its like
 * become values, a condition of {@code "{location?}"} falls away where every place is meant.
 */
final class Pipelines {
  private static final Pattern INDEX =
      Pattern.compile("(?m)^db\\.(\\w+)\\.createIndex\\((\\{.*?}), (\\{.*})\\);?$");

  private static final Pattern AGO = Pattern.compile("\\{now-(\\d+)h}");

  private final MongoDatabase database;
  private final String stage;

  /**
   * @param stage a folder of {@code stages/mongo}
   */
  Pipelines(MongoDatabase database, String stage) {
    this.database = database;
    this.stage = stage;
  }

  private static String file(String stage, String name) {
    String path = "/dev/holdfast/lab/stages/mongo/" + stage + "/" + name;
    try (InputStream found = Pipelines.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(found, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(path, failed);
    }
  }

  /** Makes the indexes that the stage's schema.js makes. */
  void makeIndexes() {
    Matcher statements = INDEX.matcher(file(stage, "schema.js"));
    while (statements.find()) {
      Document index =
          new Document("key", Document.parse(statements.group(2)))
              .append("name", statements.group(1) + "_" + statements.start());
      index.putAll(Document.parse(statements.group(3)));
      database.runCommand(
          new Document("createIndexes", statements.group(1)).append("indexes", List.of(index)));
    }
  }

  /** One report's parts, with the values of a question. */
  List<Document> parts(Question question) {
    Document file = Document.parse(file(stage, question.report().label() + ".json"));
    return file.getList("parts", Document.class).stream()
        .map(part -> (Document) bound(part, question))
        .toList();
  }

  /** Runs them; rows of the same keys become one. */
  Answer ask(Question question) {
    Report report = question.report();
    List<Document> parts = parts(question);
    Map<List<String>, long[]> rows = new LinkedHashMap<>();
    long databaseNanos = 0;
    for (Document part : parts) {
      long began = System.nanoTime();
      List<Document> found =
          database
              .getCollection(part.getString("collection"))
              .aggregate(part.getList("pipeline", Document.class))
              .allowDiskUse(true)
              .into(new ArrayList<>());
      databaseNanos += System.nanoTime() - began;
      for (Document group : found) {
        add(rows, part, group, report.numbers());
      }
    }
    return new Answer(
        rows.entrySet().stream().map(row -> Answer.Row.of(row.getKey(), row.getValue())).toList(),
        databaseNanos);
  }

  private static void add(
      Map<List<String>, long[]> rows, Document part, Document group, int width) {
    Document id = group.get("_id", Document.class);
    List<String> keys =
        part.getList("keys", String.class).stream()
            .map(key -> key.startsWith("$") ? String.valueOf(id.get(key.substring(1))) : key)
            .toList();
    long[] sums = rows.computeIfAbsent(keys, any -> new long[width]);
    List<String> values = part.getList("values", String.class);
    for (int i = 0; i < values.size(); i++) {
      if (group.get(values.get(i)) instanceof Number value) {
        sums[i] += value.longValue();
      }
    }
  }

  private static Object bound(Object template, Question question) {
    if (template instanceof Document document) {
      Document result = new Document();
      document.forEach((name, value) -> {
        if (!"{location?}".equals(value) || !question.location().isEmpty()) {
          result.append(name, bound(value, question));
        }
      });
      return result;
    }
    if (template instanceof List<?> list) {
      return list.stream().map(each -> bound(each, question)).toList();
    }
    return template instanceof String text && text.startsWith("{")
        ? value(text, question)
        : template;
  }

  private static Object value(String variable, Question question) {
    Matcher ago = AGO.matcher(variable);
    if (ago.matches()) {
      long hours = Long.parseLong(ago.group(1));
      return Date.from(question.now().minus(Duration.ofHours(hours)));
    }
    return switch (variable) {
      case "{client}" -> question.client().code();
      case "{from}" -> question.from().toString();
      case "{to}" -> question.to().toString();
      case "{location}", "{location?}" -> question.location();
      case "{days}" -> question.days().stream().map(LocalDate::toString).toList();
      case "{now}" -> Date.from(question.now());
      default -> throw new IllegalArgumentException("nobody knows " + variable);
    };
  }
}
