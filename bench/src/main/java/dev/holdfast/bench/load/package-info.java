/** A lean HTTP/1.1 load generator on non-blocking sockets, closed loop or open loop. */
@NullMarked
package dev.holdfast.bench.load;

import org.jspecify.annotations.NullMarked;
