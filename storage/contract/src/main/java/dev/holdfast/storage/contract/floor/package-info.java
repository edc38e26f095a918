/** What every engine's floor must do, and the floor in memory that it is compared with. */
@NullMarked
package dev.holdfast.storage.contract.floor;

import org.jspecify.annotations.NullMarked;
