/** What can be set, from where, and its documentation. */
@NullMarked
package dev.holdfast.server.runtime.config;

import org.jspecify.annotations.NullMarked;
