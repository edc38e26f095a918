/** What an edge without a ledger does with everything that is no lookup: passes it on. */
@NullMarked
package dev.holdfast.server.http.forward;

import org.jspecify.annotations.NullMarked;
