package dev.holdfast.server.runtime.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Classes of a package and of those below it. */
final class InPackage extends DescribedPredicate<JavaClass> {
  private final String name;

  InPackage(String name) {
    super("in " + name);
    this.name = name;
  }

  @Override
  public boolean test(JavaClass candidate) {
    String found = candidate.getPackageName();
    return found.equals(name) || found.startsWith(name + ".");
  }
}
