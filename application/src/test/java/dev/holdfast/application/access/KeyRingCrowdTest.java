package dev.holdfast.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.Keys.Issued;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Many who ask at the same time, while the store is slow. */
class KeyRingCrowdTest {
  private static final ClientId CLIENT = new ClientId(1);
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final SlowAccessStore store =
      new SlowAccessStore(new ReferenceAccessStore(InstantSource.system()));
  private final AtomicLong nanos = new AtomicLong();
  private final KeyRing ring = new KeyRing(store, nanos::get);
  private final Keys keys = new Keys(store, ring);
  private final List<Thread> threads = new ArrayList<>();

  private FutureTask<Optional<Principal>> start(Callable<Optional<Principal>> work) {
    FutureTask<Optional<Principal>> task = new FutureTask<>(work);
    threads.add(Thread.ofPlatform().start(task));
    return task;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private void awaitAllWaiting() {
    await(() ->
        threads.stream()
            .map(Thread::getState)
            .allMatch(
                state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING));
  }

  @Test
  void manyWhoPresentOneSecretShareOneQuestion() throws Exception {
    Issued key = keys.issue(CLIENT, "Till 1", Role.CASHIER, false);
    List<FutureTask<Optional<Principal>>> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asked.add(start(() -> ring.recognise(key.secret())));
    }
    awaitAllWaiting();

    store.letGo();

    for (FutureTask<Optional<Principal>> one : asked) {
      assertThat(one.get()).map(Principal::keyId).contains(key.key().id());
    }
    assertThat(store.questions()).isEqualTo(1);
  }

  @Test
  void aRevocationDuringTheQuestionWins() throws Exception {
    Issued key = keys.issue(CLIENT, "Till 1", Role.CASHIER, false);
    FutureTask<Optional<Principal>> asked = start(() -> ring.recognise(key.secret()));
    await(() -> store.questions() == 1);

    keys.revoke(CLIENT, key.key().id());
    store.letGo();

    assertThat(asked.get()).isEmpty();
    assertThat(ring.known(key.secret())).isNull();
  }

  @Test
  void strangersAreAskedAboutOneAtATime() throws Exception {
    List<FutureTask<Optional<Principal>>> strangers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      strangers.add(start(() -> ring.recognise(Secrets.make())));
    }
    awaitAllWaiting();
    assertThat(store.questions()).isEqualTo(1);

    store.letGo();

    for (FutureTask<Optional<Principal>> one : strangers) {
      assertThat(one.get()).isEmpty();
    }
    assertThat(store.questions()).isEqualTo(4);
  }
}
