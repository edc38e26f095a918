package dev.holdfast.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTextTest {
  private static final String ID = "01991c1e-7d0a-7c3b-9f51-0123456789ab";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\":5,\"lines\":[[1048577,2,10,2,0,0,3]]}",
        "{\"at\":5,\"lines\":[[1048577,-2,10,2,0,0,3],[1048578,1,1,0,0,0,1]]}",
        "{\"at\":5,\"subject\":\"" + ID + "\",\"lines\":[[1048577,2,10,2,0,0,3]]}",
        "{\"at\":5,\"subject\":\"" + ID + "\",\"expires\":9,\"lines\":[[1048577,2,10,2,0,0,3]]}",
        "{\"at\":5,\"refused\":4,\"lines\":[]}",
        "{\"at\":5,\"refused\":1,\"lines\":[[0,1048577,2,1,3,1]]}",
        "{\"at\":5,\"import\":[10,9,1,120],\"lines\":[]}",
      })
  void whatTheServerWritesCanBeRead(String text) {
    assertThat(OutcomeText.fault(text, 5)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no outcome                                          | Unrecognized token",
        "[]                                                  | no object",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6,7]]              | Unexpected end-of-input",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6,7]]}x             | Unrecognized token",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6,7]]}5             | something after its end",
        "{\"at\":5,\"lines\":[]}                             | the wrong number of lines",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6]]}                | something that is no whole number",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6,7,8]]}            | a list of more than 7 numbers",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6,7.5]]}            | something that is no whole number",
        "{\"at\":5,\"lines\":[[1,2,3,4,5,6,99999999999999999999]]} | out of range of long",
        "{\"lines\":[[1,2,3,4,5,6,7]],\"at\":5}              | the field at out of place",
        "{\"at\":5,\"at\":5,\"lines\":[[1,2,3,4,5,6,7]]}     | the field at out of place",
        "{\"at\":5,\"who\":5,\"lines\":[[1,2,3,4,5,6,7]]}    | the field who out of place",
        "{\"at\":5,\"subject\":\"me\",\"lines\":[[1,2,3,4,5,6,7]]} | a subject that is no UUID",
        "{\"at\":5,\"refused\":1,\"import\":[1,1,0,1],\"lines\":[]} | a file that was refused",
        "{\"at\":5,\"import\":[1,1,0,1],\"lines\":[[1,2,3,4,5,6,7]]} | the wrong number of lines",
        "{\"at\":5}                                          | no time or no lines",
        "{\"lines\":[[1,2,3,4,5,6,7]]}                       | no time or no lines",
        "{\"at\":6,\"lines\":[[1,2,3,4,5,6,7]]}             | its time 6 is not that of its row, 5",
      })
  void everythingElseIsNamed(String text, String fault) {
    assertThat(OutcomeText.fault(text.replace(" outcome", ""), 5)).contains(fault);
  }

  @Test
  void whiteSpaceIsNotWhatTheServerWrites() {
    assertThat(OutcomeText.fault("{\"at\":5, \"refused\":4,\"lines\":[]}", 5))
        .isEqualTo("white space in it");
  }
}
