import type { Schema } from "@/shared/api/client";

export type WaveProposal = Schema["WaveProposal"];
export type ProposedWave = WaveProposal["waves"][number];
export type HeldOrder = WaveProposal["held"][number];
export type Wave = Schema["Wave"];
export type WaveList = Wave["pickLists"][number];
export type Layout = Schema["FloorLayout"];
export type PickList = Schema["PickList"];
export type Stop = PickList["stops"][number];
export type Slot = NonNullable<Stop["slot"]>;
export type Pick = Stop["picks"][number];
export type ShortPick = NonNullable<PickList["short"]>[number];
export type Shipment = Schema["FloorShipment"];
export type HandedOver = Schema["HandedOver"];
