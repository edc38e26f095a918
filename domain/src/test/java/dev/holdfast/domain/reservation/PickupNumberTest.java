package dev.holdfast.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PickupNumberTest {
  @Test
  void itIsTheEndOfTheIdentifier() {
    UUID id = UUID.fromString("0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f");
    assertThat(PickupNumber.of(id).text()).isEqualTo("2D3E4F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2D3E4F", "2d3e4f", "2D3 E4F", " 2d 3e 4f "})
  void peopleTypeItAsTheyLike(String typed) {
    assertThat(PickupNumber.typed(typed).text()).isEqualTo("2D3E4F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2D3E4", "2D3E4F0", "2D3E4G", "2D3-E4F", "２D3E4F"})
  void nothingElseIsANumber(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> PickupNumber.typed(typed));
  }
}
