package dev.holdfast.bench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * What bench may know: HTTP and SQL; the pure rules of domain in one package; nothing else of ours.
 */
class BenchArchitectureTest {
  private static final String BENCH = "dev.holdfast.bench";

  private static final ArchRule ONLY_FULFILMENT_CALLS_THE_DOMAIN =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage(BENCH + "..")
          .and()
          .resideOutsideOfPackage(BENCH + ".fulfilment..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.holdfast.domain..");

  @Test
  void onlyFulfilmentCallsTheDomain() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BENCH);

    assertThat(ours).hasSizeGreaterThan(50);
    assertThat(ONLY_FULFILMENT_CALLS_THE_DOMAIN.evaluate(ours).getFailureReport().getDetails())
        .isEmpty();
  }

  @Test
  void aCuriousBenchBreaksIt() {
    JavaClasses curious = new ClassFileImporter().importClasses(CuriousBench.class);

    assertThat(ONLY_FULFILMENT_CALLS_THE_DOMAIN.evaluate(curious).hasViolation()).isTrue();
  }
}
