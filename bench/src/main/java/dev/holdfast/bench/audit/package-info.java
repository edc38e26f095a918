/**
 * The <code>audit</code> command: the invariants over a whole database, read by plain SQL and
 * independent of the server's code. It knows the schema and the text of stored outcomes, no more.
 */
@NullMarked
package dev.holdfast.bench.audit;

import org.jspecify.annotations.NullMarked;
