/** Reports under load: dashboards while orders come in, what they cost, and a rival. */
@NullMarked
package dev.holdfast.bench.reporting;

import org.jspecify.annotations.NullMarked;
