@NullMarked
package dev.holdfast.bench.architecture;

import org.jspecify.annotations.NullMarked;
