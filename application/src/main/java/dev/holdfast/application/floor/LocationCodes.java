package dev.holdfast.application.floor;

import dev.holdfast.domain.catalogue.ClientId;

/** The codes of locations by their numbers. May wait for the store. */
public interface LocationCodes {
  String code(ClientId client, int location);
}
