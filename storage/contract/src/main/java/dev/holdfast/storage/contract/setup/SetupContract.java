package dev.holdfast.storage.contract.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.api.SetupStore.Change;
import dev.holdfast.storage.api.SetupStore.SetupRow;
import dev.holdfast.storage.api.SetupStore.Snapshot;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Settings as every engine must keep them. */
public abstract class SetupContract {
  private ClientId client;
  private ClientId other;

  /** The store under test. The same one at every call. */
  protected abstract SetupStore store();

  /** A new client of which nothing exists. */
  protected abstract ClientId newClient();

  @BeforeEach
  void newClients() {
    client = newClient();
    other = newClient();
  }

  private long put(long expected, Change... changes) {
    return store().change(client, expected, List.of(changes)).orElseThrow();
  }

  private static Change carton(String code, @Nullable String document) {
    return new Change("carton", code, document);
  }

  private String document(String kind, String code) {
    return store().find(client, kind, code).map(SetupRow::document).orElse("none");
  }

  @Test
  void aClientThatNeverSetAnythingUpHasNothing() {
    assertThat(store().revision(client)).isZero();
    assertThat(store().all(client)).isEqualTo(new Snapshot(0, List.of()));
    assertThat(store().find(client, "carton", "A")).isEmpty();
  }

  @Test
  void aDocumentIsKeptToTheLetterWithItsRevision() {
    String text = "{\"a\": 1,\n  \"b\": \"ü \\u0041 ''\"}\r\n";
    assertThat(put(0, carton("A", text), new Change("rules", "-", "[]"))).isEqualTo(1);
    assertThat(put(1, carton("B", "{}"))).isEqualTo(2);

    SetupRow kept = store().find(client, "carton", "A").orElseThrow();
    assertThat(kept.document()).isEqualTo(text);
    assertThat(kept.version()).isEqualTo(1);
    assertThat(store().revision(client)).isEqualTo(2);
    Snapshot all = store().all(client);
    assertThat(all.revision()).isEqualTo(2);
    assertThat(all.rows())
        .extracting(row -> row.kind() + " " + row.code())
        .containsExactly("carton A", "carton B", "rules -");
    assertThat(all.rows().getFirst()).isEqualTo(kept);
  }

  @Test
  void replacingAndRemovingAreOneChange() {
    put(0, carton("A", "old"), carton("B", "old"));

    put(1, carton("A", "new"), carton("B", null), carton("C", null));

    assertThat(document("carton", "A")).isEqualTo("new");
    assertThat(document("carton", "B")).isEqualTo("none");
    assertThat(store().all(client).rows()).extracting(SetupRow::version).containsExactly(2L);
  }

  @Test
  void whatIsEmptiedKeepsItsRevision() {
    put(0, carton("A", "x"));
    put(1, carton("A", null));

    assertThat(store().all(client)).isEqualTo(new Snapshot(2, List.of()));
  }

  @Test
  void aChangeOfAnOlderRevisionHasNoEffect() {
    put(0, carton("A", "first"));

    assertThat(store().change(client, 0, List.of(carton("A", "late")))).isEmpty();
    assertThat(store().change(client, 2, List.of(carton("A", "early")))).isEmpty();

    assertThat(document("carton", "A")).isEqualTo("first");
    assertThat(store().revision(client)).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> store().change(client, 1, List.of()));
  }

  @Test
  void ofTwoChangesAtOnceOneIsFirst() throws Exception {
    for (long revision = 0; revision < 3; revision++) {
      long expected = revision;
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        Callable<OptionalLong> change =
            () -> store().change(client, expected, List.of(carton("A", "x")));
        List<Future<OptionalLong>> both = threads.invokeAll(List.of(change, change));
        assertThat(both.get(0).get().isPresent()).isNotEqualTo(both.get(1).get().isPresent());
      }
      assertThat(store().revision(client)).isEqualTo(expected + 1);
    }
  }

  @Test
  void aKindIsListedInCodeOrder() {
    put(0, carton("b", "1"), carton("B", "2"), carton("A", "3"), new Change("other", "C", "4"));

    Page<SetupRow> first = store().list(client, "carton", null, 2);
    assertThat(first.items()).extracting(SetupRow::code).containsExactly("A", "B");
    Page<SetupRow> last = store().list(client, "carton", first.next(), 2);
    assertThat(last.items()).extracting(SetupRow::code).containsExactly("b");
    assertThat(last.next()).isNull();
    assertThatExceptionOfType(BadCursorException.class)
        .isThrownBy(() -> store().list(client, "carton", "!", 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().list(client, "carton", null, Page.MAX_LIMIT + 1));
  }

  @Test
  void oneClientsSettingsAreNotAnothers() {
    put(0, carton("A", "mine"));

    assertThat(store().all(other)).isEqualTo(new Snapshot(0, List.of()));
    assertThat(store().find(other, "carton", "A")).isEmpty();
    assertThat(store().list(other, "carton", null, 5).items()).isEmpty();
    assertThat(store().change(other, 0, List.of(carton("A", null)))).hasValue(1);
    assertThat(document("carton", "A")).isEqualTo("mine");
  }
}
