/** What every engine's catalogue must do, and the catalogue in memory that it is compared with. */
@NullMarked
package dev.holdfast.storage.contract.catalogue;

import org.jspecify.annotations.NullMarked;
