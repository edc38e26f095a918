/** Clients, roles and what each role may do. */
@NullMarked
package dev.holdfast.domain.access;

import org.jspecify.annotations.NullMarked;
