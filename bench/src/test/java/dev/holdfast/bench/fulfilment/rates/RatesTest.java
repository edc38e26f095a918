package dev.holdfast.bench.fulfilment.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.transit.Choice;
import dev.holdfast.domain.fulfilment.transit.ServiceChoice;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The baseline is a second opinion: two programs that have only their input in common agree. */
class RatesTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theScanChoosesWhatTheChoiceChooses(long seed) {
    Country country = new Country(seed);
    List<Offer> offers = country.offers();
    ServiceChoice choice =
        new ServiceChoice(
            RateBook.of(offers.stream().map(offer -> Tariff.of(offer.tariff())).toList()),
            offers.stream().map(Offer::calendar).toList());
    LinearScan scan = new LinearScan(offers);
    int chosen = 0;
    for (Question question : Questions.draw(country.origins(), 500, seed)) {
      Answer expected = scan.cheapest(question);
      Choice answer =
          choice.cheapest(
              List.of(question.parcel()),
              question.origin(),
              question.destination(),
              question.release(),
              question.promised());

      if (answer.chosen() == null) {
        assertThat(expected).as("seed %d, %s", seed, question).isEqualTo(Answer.NONE);
      } else {
        chosen++;
        assertThat(expected)
            .as("seed %d, %s", seed, question)
            .isEqualTo(
                new Answer(
                    answer.chosen().quote().service(),
                    answer.chosen().quote().total().minor(),
                    answer.chosen().arrival().date()));
      }
    }
    assertThat(chosen).isGreaterThan(200);
  }
}
