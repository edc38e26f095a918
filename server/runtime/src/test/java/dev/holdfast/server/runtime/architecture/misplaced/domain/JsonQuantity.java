package dev.holdfast.server.runtime.architecture.misplaced.domain;

import com.fasterxml.jackson.databind.JsonNode;

/** Wrong: a rule of the domain that knows a library. */
record JsonQuantity(JsonNode quantity) {}
