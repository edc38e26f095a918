package dev.holdfast.application.search;

import static dev.holdfast.application.search.SearchStand.HARBOR;
import static dev.holdfast.application.search.SearchStand.TIDEWATER;
import static dev.holdfast.application.search.SearchStand.sku;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.search.SkuHit.Matched;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkuSearchTest {
  private static final String EAN = "4006381333931";

  private final SearchStand stand = SearchStand.ready();

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void aBarcodeFindsItsSkuAndNothingElse() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea", EAN), sku(HARBOR, 2, EAN, "Tea " + EAN));

    assertThat(stand.hits(HARBOR, EAN).hits()).containsExactly(new SkuHit(1, Matched.BARCODE));
  }

  @Test
  void aBarcodeIsFoundWithOrWithoutLeadingZeros() {
    stand.tell(sku(HARBOR, 1, "UPC", "Crackers", "036000291452"));

    assertThat(stand.find(HARBOR, "036000291452")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "0036000291452")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "36000291452")).containsExactly(1L);
  }

  @Test
  void theSameBarcodeOfTwoClientsNeverLeaks() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea", EAN), sku(TIDEWATER, 2, "TEA", "Grog", EAN));

    for (String text : List.of(EAN, EAN.substring(0, 6), "TEA", "te", "grog", "green", "gren")) {
      assertThat(stand.find(HARBOR, text)).as(text).doesNotContain(2L);
      assertThat(stand.find(TIDEWATER, text)).as(text).doesNotContain(1L);
    }
    assertThat(stand.find(HARBOR, EAN)).containsExactly(1L);
    assertThat(stand.find(TIDEWATER, EAN)).containsExactly(2L);
  }

  @Test
  void anExactCodeComesBeforeNamesThatHoldIt() {
    stand.tell(sku(HARBOR, 1, "X1", "Case for the MLK-1"), sku(HARBOR, 2, "MLK-1", "Milk"));

    assertThat(stand.hits(HARBOR, "mlk-1").hits())
        .containsExactly(new SkuHit(2, Matched.CODE), new SkuHit(1, Matched.NAME));
  }

  @Test
  void aCodeIsFoundWithOtherDashesButAsWrittenFirst() {
    stand.tell(sku(HARBOR, 1, "AB.12", "Bolt"), sku(HARBOR, 2, "AB12", "Nut"));

    assertThat(stand.find(HARBOR, "ab-12")).containsExactly(1L, 2L);
    assertThat(stand.find(HARBOR, "AB12")).containsExactly(2L, 1L);
    assertThat(stand.find(HARBOR, "ab.12")).containsExactly(1L, 2L);
  }

  @Test
  void wordsAreFoundInAnyOrderAndTheLastOneAsABeginning() {
    stand.tell(sku(HARBOR, 1, "A", "Whole milk"), sku(HARBOR, 2, "B", "Milk chocolate"));

    assertThat(stand.find(HARBOR, "milk whole")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "milk cho")).containsExactly(2L);
    assertThat(stand.find(HARBOR, "mi")).containsExactly(1L, 2L);
  }

  @Test
  void sizesAreFoundHoweverTheyAreWritten() {
    stand.tell(sku(HARBOR, 1, "A", "Milk 1 L"), sku(HARBOR, 2, "B", "Milk 2,5l x 1"));

    for (String text : List.of("milk 1l", "milk 1 l", "1L milk", "MILK 1-L")) {
      assertThat(stand.find(HARBOR, text)).as(text).startsWith(1L);
    }
    for (String text : List.of("milk 2.5l", "milk 2,5 l", "2.5L milk")) {
      assertThat(stand.find(HARBOR, text)).as(text).startsWith(2L);
    }
  }

  @Test
  void accentsAndLettersThatAreTwoAreFolded() {
    stand.tell(
        sku(HARBOR, 1, "A", "Crème brûlée"),
        sku(HARBOR, 2, "B", "Weißbier Süß"),
        sku(HARBOR, 3, "C", "Jalapen\u0303o"),
        sku(HARBOR, 4, "D", "Молоко цельное"));

    assertThat(stand.find(HARBOR, "creme brulee")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "weissbier suss")).containsExactly(2L);
    assertThat(stand.find(HARBOR, "jalapeño")).containsExactly(3L);
    assertThat(stand.find(HARBOR, "молако")).containsExactly(4L);
  }

  @Test
  void mistakesAreForgivenByTheLengthOfTheWord() {
    stand.tell(
        sku(HARBOR, 1, "A", "Tea"), sku(HARBOR, 2, "B", "Bread"), sku(HARBOR, 3, "C", "Detergent"));

    assertThat(stand.find(HARBOR, "tee")).isEmpty();
    assertThat(stand.find(HARBOR, "vread")).containsExactly(2L);
    assertThat(stand.find(HARBOR, "berad")).containsExactly(2L);
    assertThat(stand.find(HARBOR, "vraed")).isEmpty();
    assertThat(stand.find(HARBOR, "detrgemt")).containsExactly(3L);
    assertThat(stand.hits(HARBOR, "vread").forgiving()).isTrue();
    assertThat(stand.hits(HARBOR, "bread").forgiving()).isFalse();
  }

  @Test
  void anotherNumberIsNotAMistake() {
    stand.tell(sku(HARBOR, 1, "A", "Bolt 1000"));

    assertThat(stand.find(HARBOR, "bolt 1000")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "1001")).isEmpty();
  }

  @Test
  void whatIsSpelledAsAskedComesFirst() {
    stand.tell(
        sku(HARBOR, 1, "A", "Dice"), sku(HARBOR, 2, "B", "Rice"), sku(HARBOR, 3, "C", "Riceberry"));

    assertThat(stand.find(HARBOR, "rice")).containsExactly(2L, 3L, 1L);
  }

  @Test
  void wordsThatNobodyHasAreLeftOutLast() {
    stand.tell(sku(HARBOR, 1, "A", "Red apple"), sku(HARBOR, 2, "B", "Pear"));

    assertThat(stand.find(HARBOR, "red unicorn apple")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "unicorn")).isEmpty();
  }

  @Test
  void aCategoryNarrowsEverything() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea", EAN));

    for (String text : List.of(EAN, "TEA", "green", "gren", "te")) {
      var grocery = new SkuQuestion(text, "grocery", 20);
      var other = new SkuQuestion(text, "ship", 20);
      assertThat(stand.search.search(HARBOR, grocery).hits()).as(text).hasSize(1);
      assertThat(stand.search.search(HARBOR, other).hits()).as(text).isEmpty();
    }
  }

  @Test
  void noMoreAreFoundThanAskedFor() {
    for (long id = 1; id <= 30; id++) {
      stand.search.sku(sku(HARBOR, id, "TEA-" + id, "Tea " + id));
    }
    stand.settle();

    assertThat(stand.search.search(HARBOR, new SkuQuestion("tea", null, 7)).hits())
        .hasSize(7)
        .doesNotHaveDuplicates();
    assertThat(stand.search.search(HARBOR, new SkuQuestion("tea", null, 100)).hits()).hasSize(30);
  }

  @Test
  void aQuestionWithoutLettersFindsNothing() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea", EAN));

    for (String text : List.of("!!!", "-", "*", "' '", "\u0301", "🍵")) {
      assertThat(stand.find(HARBOR, text)).as(text).isEmpty();
    }
  }

  @Test
  void theLongestQuestionsAreAnswered() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea"));

    for (String pattern :
        List.of("a", "ab", "abc", "abcdefghijklmno ", "aaaaaaab ", "1", "1 a ", "ж")) {
      for (int length : new int[] {8, 31, 32, 33, 64, 100}) {
        String text = pattern.repeat(100).substring(0, length);
        assertThat(stand.find(HARBOR, text)).as(text).isEmpty();
      }
    }
  }

  @Test
  void wordsWrittenTogetherOrApartAreFound() {
    stand.tell(sku(HARBOR, 1, "A", "Trash bags"), sku(HARBOR, 2, "B", "Multivitamin"));

    assertThat(stand.find(HARBOR, "trashbags")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "multi vitamin")).containsExactly(2L);
  }

  @Test
  void aChangedSkuIsFoundAsItIsNowAndOnce() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea", EAN), sku(HARBOR, 2, "ROPE", "Rope"));
    stand.tell(sku(HARBOR, 1, "TEA", "Black tea", "96385074"));

    assertThat(stand.find(HARBOR, "green")).isEmpty();
    assertThat(stand.find(HARBOR, EAN)).isEmpty();
    assertThat(stand.find(HARBOR, "96385074")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "tea")).containsExactly(1L);
  }

  @Test
  void theFirstPictureAnswersWhileItGrowsAndSaysSo() {
    try (SearchStand fresh = new SearchStand(IndexPlace.memory())) {
      fresh.search.snapshotBegins("first");
      fresh.tell(sku(HARBOR, 1, "TEA", "Green tea"));

      assertThat(fresh.find(HARBOR, "tea")).containsExactly(1L);
      assertThat(fresh.hits(HARBOR, "tea").indexing()).isTrue();
      assertThat(fresh.hits(TIDEWATER, "tea").indexing()).isTrue();

      fresh.search.snapshotEnds(new FeedMark(1, Instant.EPOCH));
      fresh.settle();
      assertThat(fresh.hits(HARBOR, "tea").indexing()).isFalse();
    }
  }

  @Test
  void aLaterPictureReplacesEverythingOnlyOnceItIsWhole() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea"));

    stand.search.snapshotBegins("after a failover");
    stand.tell(sku(HARBOR, 7, "ROPE", "Rope"));
    assertThat(stand.find(HARBOR, "tea")).containsExactly(1L);
    assertThat(stand.find(HARBOR, "rope")).isEmpty();

    stand.search.snapshotEnds(new FeedMark(1, Instant.EPOCH));
    stand.settle();
    assertThat(stand.find(HARBOR, "tea")).isEmpty();
    assertThat(stand.find(HARBOR, "rope")).containsExactly(7L);
    assertThat(stand.hits(HARBOR, "rope").indexing()).isFalse();
  }

  @Test
  void aPictureThatBrokeOffIsForgotten() {
    stand.search.snapshotBegins("second");
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea"));
    stand.picture("third", sku(HARBOR, 2, "ROPE", "Rope"));
    stand.settle();

    assertThat(stand.find(HARBOR, "tea")).isEmpty();
    assertThat(stand.find(HARBOR, "rope")).containsExactly(2L);
  }

  @Test
  void searchesGoOnWhilePicturesReplaceEachOther() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea"));
    for (int round = 0; round < 50; round++) {
      stand.picture("history " + round, sku(HARBOR, 1, "TEA", "Green tea"));
      while (stand.search.waiting() > 0) {
        assertThat(stand.find(HARBOR, "tea")).containsExactly(1L);
      }
    }
  }

  @Test
  void manySkusAreAllFound() {
    LongStream.rangeClosed(1, 20_000)
        .forEach(id -> stand.search.sku(sku(HARBOR, id, "C-" + id, "Bolt M" + id)));
    stand.settle();

    assertThat(stand.find(HARBOR, "C-1")).startsWith(1L);
    assertThat(stand.find(HARBOR, "C-20000")).containsExactly(20_000L);
    assertThat(stand.find(HARBOR, "bolt m12345")).containsExactly(12_345L);
  }

  @Test
  void anIndexInFilesAnswersTheSameAndLeavesNothing(@TempDir Path folder) throws IOException {
    Path left = Files.createDirectory(folder.resolve("index-of-a-crash"));
    Files.writeString(left.resolve("segments_1"), "left behind");
    try (SearchStand mapped = new SearchStand(IndexPlace.folder(folder))) {
      mapped.picture("first", sku(HARBOR, 1, "TEA", "Green tea", EAN));
      mapped.picture("second", sku(HARBOR, 1, "TEA", "Green tea", EAN));
      mapped.settle();

      assertThat(left).doesNotExist();
      assertThat(mapped.find(HARBOR, "gren tea")).containsExactly(1L);
      assertThat(mapped.find(HARBOR, EAN)).containsExactly(1L);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void afterClosingNothingIsFoundAndTheFeedIsNotHeldUp() {
    stand.tell(sku(HARBOR, 1, "TEA", "Green tea"));
    stand.close();

    stand.search.sku(sku(HARBOR, 2, "ROPE", "Rope"));
    assertThat(stand.find(HARBOR, "tea")).isEmpty();
  }
}
