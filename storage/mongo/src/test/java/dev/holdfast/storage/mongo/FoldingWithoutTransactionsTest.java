package dev.holdfast.storage.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.reporting.ReferenceRollUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every point at which a node can die, or lose its lead to another one, while it folds; on the
 * server in this process. Parts hold one entry each, so that the points between any two changes of
 * documents are among them.
 */
class FoldingWithoutTransactionsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static final int ONE_ENTRY = 1;

  /** Far more writes than the batches take. */
  private static final int MANY = 200;

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final String url = server.bindAndGetConnectionString() + "/folding";
  private final Wire wire = new Wire();
  private final MongoRollUpStore node = open(wire);
  private final MongoRollUpStore other = open(new Wire());

  private MongoRollUpStore open(Wire listener) {
    return new MongoRollUpStore(listener.client(url), "folding", ONE_ENTRY);
  }

  @AfterEach
  void stop() {
    node.close();
    other.close();
    server.shutdownNow();
  }

  private void startAgain() {
    wire.beforeEachWrite(number -> {});
    node.clear();
    assertThat(node.fold(Batches.first())).isTrue();
  }

  private void assertFolded(FactBatch... batches) {
    ReferenceRollUps model = new ReferenceRollUps();
    for (FactBatch batch : batches) {
      assertThat(model.fold(batch)).isTrue();
    }
    assertThat(other.mark()).isEqualTo(model.mark());
    for (RollUpQuestion question : Batches.questions()) {
      assertThat(other.read(question)).as("%s", question).isEqualTo(model.read(question));
    }
    for (ClientId client : List.of(Batches.ONE, Batches.OTHER)) {
      BacklogQuestion waiting = new BacklogQuestion(client, Map.of(), List.of(), NOW);
      assertThat(other.backlog(waiting)).isEqualTo(model.backlog(waiting));
    }
  }

  @Test
  void whoComesNextFinishesWhatWasCertainWhereverItStopped() {
    boolean died = true;
    int writes = 0;
    for (; died; writes++) {
      startAgain();
      wire.dieAfter(writes);
      died = dies(Batches.second());
      boolean certain = other.mark().value() > 10 || !other.fold(Batches.second());

      assertThat(other.mark().value()).as("after %s writes", writes).isEqualTo(20);
      assertThat(certain).as("after %s writes", writes).isEqualTo(writes >= 2);
      assertThat(other.fold(Batches.third())).isTrue();
      assertFolded(Batches.first(), Batches.second(), Batches.third());
    }
    assertThat(writes).as("points looked at").isBetween(20, MANY);
  }

  private boolean dies(FactBatch batch) {
    try {
      node.fold(batch);
      return false;
    } catch (StoreUnavailableException dead) {
      return true;
    }
  }

  @Test
  void aNodeThatWakesUpLateChangesNothingThatOthersHaveDone() {
    boolean interrupted = true;
    for (int writes = 0; interrupted; writes++) {
      startAgain();
      int point = writes;
      List<Integer> woken = new ArrayList<>();
      wire.beforeEachWrite(number -> {
        if (number == point) {
          woken.add(number);
          other.fold(Batches.second());
          other.fold(Batches.third());
        }
      });
      node.fold(Batches.second());
      interrupted = !woken.isEmpty();
      other.fold(Batches.third());

      assertThat(writes).isLessThan(MANY);
      assertFolded(Batches.first(), Batches.second(), Batches.third());
    }
  }

  @Test
  void aNodeThatWakesUpAfterEverythingWasForgottenBringsNothingBack() {
    boolean interrupted = true;
    for (int writes = 0; interrupted; writes++) {
      startAgain();
      int point = writes;
      List<Integer> woken = new ArrayList<>();
      wire.beforeEachWrite(number -> {
        if (number == point) {
          woken.add(number);
          other.clear();
          assertThat(other.fold(Batches.first())).isTrue();
        }
      });
      node.fold(Batches.second());
      interrupted = !woken.isEmpty();

      assertThat(writes).isLessThan(MANY);
      if (interrupted) {
        assertFolded(Batches.first());
      }
    }
  }

  @Test
  void forgettingThatWasCutShortIsFinishedBeforeAnythingElse() {
    for (int writes = 0; writes < 6; writes++) {
      startAgain();
      wire.dieAfter(writes);
      try {
        node.clear();
      } catch (StoreUnavailableException dead) {
        assertThat(writes).isLessThan(5);
      }
      other.fold(Batches.second());
      if (other.mark().value() == 0) {
        assertFolded();
        assertThat(other.fold(Batches.first())).isTrue();
        assertFolded(Batches.first());
      } else {
        assertFolded(Batches.first(), Batches.second());
      }
    }
  }

  @Test
  void theMarkNeverClaimsMoreThanReadersCanSee() {
    startAgain();
    List<Long> marks = new ArrayList<>();
    wire.beforeEachWrite(number -> marks.add(other.mark().value()));
    node.fold(Batches.second());
    wire.beforeEachWrite(number -> {});

    // All but the last write, which throws parts away, come before the batch counts.
    assertThat(marks.subList(0, marks.size() - 1)).containsOnly(10L);
    assertThat(marks.getLast()).isEqualTo(20);
  }

  @Test
  void partsThatSomebodyDeletedStopTheFoldingUntilEverythingIsForgotten() {
    startAgain();
    wire.dieAfter(2);
    assertThat(dies(Batches.second())).isTrue();
    try (MongoClient admin = MongoClients.create(Connecting.settings(url, null))) {
      admin.getDatabase("folding").getCollection("fold_part").deleteOne(new Document());
    }

    assertThat(other.fold(Batches.second())).isFalse();
    assertThat(other.mark().value()).isEqualTo(10);
    other.clear();
    assertThat(other.fold(Batches.first())).isTrue();
    assertFolded(Batches.first());
  }

  @Test
  void everyStatementAboutRowsAndFactsNamesOneClient() {
    startAgain();
    wire.commands().clear();
    node.fold(Batches.second());
    Batches.questions().forEach(node::read);
    node.version(Batches.ONE);
    node.backlog(
        new BacklogQuestion(
            Batches.ONE, Map.of(Dimension.CARRIER, Set.of("dhl")), List.of(NOW), NOW));

    List<BsonDocument> filters =
        wire.commands().stream().flatMap(command -> filters(command).stream()).toList();
    assertThat(filters).hasSizeGreaterThan(30);
    assertThat(filters).allMatch(filter -> filter.isInt32("client"));
  }

  private static List<BsonDocument> filters(BsonDocument command) {
    String collection =
        command.get(command.getFirstKey()).isString()
            ? command.getString(command.getFirstKey()).getValue()
            : "";
    if (!Set.of("roll_up", "fact").contains(collection)) {
      return List.of();
    }
    return switch (command.getFirstKey()) {
      case "find" -> List.of(command.getDocument("filter"));
      case "aggregate" ->
          List.of(command.getArray("pipeline").get(0).asDocument().getDocument("$match"));
      case "update" ->
          command.getArray("updates").stream()
              .map(update -> update.asDocument().getDocument("q"))
              .toList();
      case "createIndexes" -> List.of();
      default -> throw new AssertionError("not looked at: " + command.getFirstKey());
    };
  }
}
