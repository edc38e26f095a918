package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.floor.FloorList;
import dev.holdfast.application.floor.FloorList.Tote;
import dev.holdfast.application.floor.FloorWave;
import dev.holdfast.application.floor.FloorWave.Member;
import dev.holdfast.application.floor.FloorWave.Standing;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.domain.catalogue.ClientId;
import java.util.List;
import java.util.Locale;

/** Waves as JSON. Waits for the store: each tells how far its pick lists are. */
final class WaveJson {
  private final FloorWork work;
  private final FloorDesk desk;

  WaveJson(FloorWork work, FloorDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  ObjectNode wave(ClientId client, FloorWave wave) {
    List<Member> members = wave.content().members();
    List<Member> live = members.stream().filter(one -> one.standing() != Standing.DROPPED).toList();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", wave.id().toString()).put("number", wave.number());
    json.put("location", desk.code(client, wave.locationId()));
    json.put("carrier", wave.content().carrier());
    json.put("cutOff", wave.content().cutOff().toString());
    json.put("state", wave.state().label());
    json.put("createdAt", String.valueOf(wave.createdAt()));
    json.put("orders", live.size());
    json.put("units", live.stream().mapToLong(Member::units).sum());
    json.put("walkMm", wave.content().walkMm());
    ArrayNode lists = json.putArray("pickLists");
    for (FloorList list : work.book().listsOf(client, wave.id())) {
      ObjectNode one = lists.addObject();
      one.put("id", list.id().toString()).put("number", list.number());
      one.put("state", list.state().label());
      List<Tote> totes = list.content().totes();
      one.put("orders", totes.size());
      one.put("units", totes.stream().mapToLong(Tote::units).sum());
      one.put("stops", list.content().stops().size()).put("stopsDone", list.stopsDone());
      one.put("lengthMm", list.content().lengthMm()).put("picker", list.content().picker());
    }
    ArrayNode shipments = json.putArray("shipments");
    for (Member member : members) {
      ObjectNode one = shipments.addObject();
      one.put("id", member.shipment().toString()).put("order", member.order().toString());
      one.put("number", member.number());
      one.put("state", member.standing().name().toLowerCase(Locale.ROOT));
      one.put("reason", member.reason());
    }
    ArrayNode notes = json.putArray("notes");
    wave.content().notes().forEach(notes::add);
    return json;
  }
}
