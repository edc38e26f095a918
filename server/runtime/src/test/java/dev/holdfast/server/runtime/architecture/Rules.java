package dev.holdfast.server.runtime.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The rules, by name.
 *
 * @param root the package that holds the layers: the project's own, or that of the misplaced
 *     classes which prove that each rule can fail
 */
record Rules(String root) {
  /** Words that say nothing about what a class does. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Manager|Helper|Helpers|Util|Utils|Impl|Data|Info|Common)(V?[0-9]+)?");

  private static final List<String> ENGINES =
      List.of("storage.postgres", "storage.mongo", "storage.lake", "storage.redis");

  /** What only engines may know. */
  private static final List<String> DRIVERS =
      List.of(
          "java.sql..",
          "javax.sql..",
          "org.postgresql..",
          "org.jdbi..",
          "com.zaxxer.hikari..",
          "org.flywaydb..",
          "com.mongodb..",
          "org.bson..",
          "org.duckdb..",
          "io.lettuce..");

  Map<String, ArchRule> byName() {
    Map<String, ArchRule> rules = new TreeMap<>();
    rules.put("domainKnowsTheJdkOnly", knowsTheJdkAnd("domain"));
    rules.put("demoKnowsTheJdkOnly", knowsTheJdkAnd("demo"));
    rules.put("portsKnowTheDomainOnly", knowsTheJdkAnd("storage.api", "domain"));
    rules.put("enginesKnowNeitherUseCasesNorServer", enginesAlone());
    rules.put("enginesDoNotKnowEachOther", enginesApart());
    rules.put("useCasesKnowNeitherServerNorEngines", application());
    rules.put("httpNamesNoEngine", http());
    rules.put("namesSayWhatAClassDoes", names());
    return rules;
  }

  private String[] layers(List<String> names) {
    return names.stream().map(this::layer).toArray(String[]::new);
  }

  private String layer(String name) {
    return root + "." + name + "..";
  }

  private ArchRule knowsTheJdkAnd(String layer, String... others) {
    String[] known = new String[others.length + 3];
    known[0] = "java..";
    known[1] = "org.jspecify.annotations..";
    known[2] = layer(layer);
    for (int i = 0; i < others.length; i++) {
      known[3 + i] = layer(others[i]);
    }
    return noClasses()
        .that()
        .resideInAPackage(layer(layer))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage(known)));
  }

  private ArchRule enginesAlone() {
    return noClasses()
        .that()
        .resideInAnyPackage(layers(ENGINES))
        .should()
        .dependOnClassesThat(resideInAnyPackage(layer("application"), layer("server")));
  }

  private ArchRule enginesApart() {
    List<ArchRule> rules = new ArrayList<>();
    for (String engine : ENGINES) {
      List<String> others = new ArrayList<>(ENGINES);
      others.remove(engine);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(layer(engine))
              .should()
              .dependOnClassesThat(resideInAnyPackage(layers(others)))
              // The misplaced classes are of two engines only.
              .allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules);
  }

  private ArchRule application() {
    return noClasses()
        .that()
        .resideInAPackage(layer("application"))
        .should()
        .dependOnClassesThat(resideInAPackage(layer("server")).or(resideInAnyPackage(engines())));
  }

  private ArchRule http() {
    return noClasses()
        .that()
        .resideInAPackage(layer("server.http"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(engines()))
        .orShould()
        .dependOnClassesThat(resideInAPackage(layer("server.runtime")));
  }

  /** Everything that only an engine may know. */
  private String[] engines() {
    List<String> known = new ArrayList<>(DRIVERS);
    known.addAll(List.of(layers(ENGINES)));
    return known.toArray(String[]::new);
  }

  private ArchRule names() {
    return classes().that().resideInAPackage(root + "..").should(new HaveATellingName());
  }

  private static final class HaveATellingName extends ArchCondition<JavaClass> {
    HaveATellingName() {
      super("have a name that says what they do");
    }

    @Override
    public void check(JavaClass checked, ConditionEvents events) {
      boolean telling = !EMPTY_NAME.matcher(checked.getSimpleName()).matches();
      events.add(
          new SimpleConditionEvent(checked, telling, checked.getName() + " says too little"));
    }
  }
}
