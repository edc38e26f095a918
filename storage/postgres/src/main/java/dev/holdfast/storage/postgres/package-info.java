/**
 * The stock ledger on PostgreSQL 15 or newer: schema, roles and statements. README: how; RATIONALE:
 * why.
 */
@NullMarked
package dev.holdfast.storage.postgres;

import org.jspecify.annotations.NullMarked;
