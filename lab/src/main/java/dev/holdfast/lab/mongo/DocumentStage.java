package dev.holdfast.lab.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.NextMinute;
import dev.holdfast.lab.stage.Progress;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Stage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** Stages 0 to 2: every answer is computed from order lines, alone or in buckets. */
final class DocumentStage implements Stage {
  private static final String LINES = "order_line";
  private static final String BUCKETS = "order_bucket";

  private final MongoEngine engine;
  private final int number;
  private final String name;
  private final String note;
  private final Pipelines pipelines;

  /**
   * @param folder in stages/mongo
   */
  DocumentStage(MongoEngine engine, int number, String name, String folder, String note) {
    this.engine = engine;
    this.number = number;
    this.name = name;
    this.note = note;
    this.pipelines = new Pipelines(engine.database(), folder);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String note() {
    return note;
  }

  private boolean isBucketed() {
    return number == 2;
  }

  private String orders() {
    return isBucketed() ? BUCKETS : LINES;
  }

  @Override
  public Load load(Demanded demanded) {
    long began = System.nanoTime();
    if (number != 1) {
      insertAll(demanded);
    }
    pipelines.makeIndexes();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Load(seconds, refresh(demanded));
  }

  /** Stage 0 writes everything; buckets are of orders alone, the rest stays as it is. */
  private void insertAll(Demanded demanded) {
    Demand demand = demanded.demand();
    long loaded = 0;
    try (Progress progress = Progress.orders("Loading " + name, demand.orders())) {
      for (ClientDay day : demanded.days()) {
        LineDocuments documents = LineDocuments.of(demand, day, Integer.MAX_VALUE);
        insert(orders(), shaped(documents.lines()));
        if (number == 0) {
          insert("stock_movement", documents.movements());
          insert("pick_walk", documents.walks());
        }
        loaded += day.orders();
        progress.reached(loaded);
      }
    }
  }

  private List<Document> shaped(List<Document> lines) {
    UnaryOperator<List<Document>> shape = isBucketed() ? Buckets::of : same -> same;
    return shape.apply(lines);
  }

  private void insert(String collection, List<Document> documents) {
    if (!documents.isEmpty()) {
      engine.database().getCollection(collection).insertMany(documents);
    }
  }

  /** Another minute of orders, taken away again so that every stage answers the same. */
  private double refresh(Demanded demanded) {
    NextMinute minute = NextMinute.of(demanded);
    MongoDatabase database = engine.database();
    MongoCollection<Document> collection = database.getCollection(orders());
    long began = System.nanoTime();
    String last = "";
    for (ClientDay day : minute.days()) {
      List<Document> lines = LineDocuments.of(minute.demand(), day, minute.orders(day)).lines();
      last = day.day().toString();
      insert(orders(), shaped(lines));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    collection.deleteMany(new Document("day", last));
    return seconds;
  }

  @Override
  public Answer ask(Question question) {
    return pipelines.ask(question);
  }

  @Override
  public long readBytes(Question question) {
    return engine.bytesExamined(pipelines.parts(question));
  }

  @Override
  public Size size() {
    return new Size(
        engine.bytes(List.of(orders(), "stock_movement", "pick_walk")), engine.memoryBytes());
  }
}
