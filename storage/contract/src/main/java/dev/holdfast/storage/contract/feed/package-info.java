/** What every engine's feed of committed changes must do. */
@NullMarked
package dev.holdfast.storage.contract.feed;

import org.jspecify.annotations.NullMarked;
