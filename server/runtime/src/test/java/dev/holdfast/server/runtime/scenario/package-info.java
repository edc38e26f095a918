/** What people do with the server, through real HTTP and a real database. */
@NullMarked
package dev.holdfast.server.runtime.scenario;

import org.jspecify.annotations.NullMarked;
