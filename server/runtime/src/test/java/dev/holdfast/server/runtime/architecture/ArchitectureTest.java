package dev.holdfast.server.runtime.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Maven's modules cannot keep apart. Each rule is shown a class that breaks it. */
class ArchitectureTest {
  private static final String PROJECT = "dev.holdfast";
  private static final String MISPLACED = ArchitectureTest.class.getPackageName() + ".misplaced";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(place -> !place.contains("/misplaced/"))
          .importPackages(PROJECT);

  private static final JavaClasses WRONG = new ClassFileImporter().importPackages(MISPLACED);

  /** The classes that break each rule. */
  private static final Map<String, List<String>> BREAKERS =
      Map.of(
          "domainKnowsTheJdkOnly", List.of("domain.JsonQuantity"),
          "demoKnowsTheJdkOnly", List.of("demo.DomainDemo"),
          "portsKnowTheDomainOnly", List.of("storage.api.SqlPort"),
          "enginesKnowNeitherUseCasesNorServer", List.of("storage.postgres.CuriousTable"),
          "enginesDoNotKnowEachOther", List.of("storage.mongo.TableDocument"),
          "useCasesKnowNeitherServerNorEngines", List.of("application.SqlUseCase"),
          "httpNamesNoEngine", List.of("server.http.TableRoute"),
          "namesSayWhatAClassDoes", List.of("domain.StockManager", "domain.StockUtil2"));

  static Collection<String> names() {
    return new Rules(PROJECT).byName().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theCodeKeeps(String rule) {
    ArchRule ours = new Rules(PROJECT).byName().get(rule);
    assertThat(ours.evaluate(OURS).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMisplacedClassBreaks(String rule) {
    ArchRule same = new Rules(MISPLACED).byName().get(rule);
    List<String> complaints = same.evaluate(WRONG).getFailureReport().getDetails();

    for (String breaker : BREAKERS.get(rule)) {
      assertThat(complaints).anyMatch(line -> line.contains(MISPLACED + "." + breaker));
    }
    assertThat(complaints).noneMatch(line -> line.matches("\\w+ <[a-z.]+\\.Innocent.*"));
  }

  @Test
  void everyLayerIsLookedAt() {
    for (String layer :
        List.of(
            "domain",
            "demo",
            "storage.api",
            "storage.postgres",
            "storage.mongo",
            "application",
            "server.http",
            "server.runtime")) {
      assertThat(OURS.that(new InPackage(PROJECT + "." + layer))).as(layer).hasSizeGreaterThan(5);
    }
  }
}
