@NullMarked
package dev.holdfast.lab.mongo;

import org.jspecify.annotations.NullMarked;
