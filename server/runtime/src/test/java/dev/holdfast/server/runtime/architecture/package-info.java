/** Which parts of the code may know which others, and what classes may be called. */
@NullMarked
package dev.holdfast.server.runtime.architecture;

import org.jspecify.annotations.NullMarked;
