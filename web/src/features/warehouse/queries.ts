import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { everyPage, PAGE } from "@/shared/api/pages";
import { keep, kept } from "@/shared/session/kept";
import { useFloor } from "./place/FloorProvider";
import type { PickList, Shipment } from "./wire";

/** Others release, pick and pack at the same time. */
const LOOK_AGAIN_MILLIS = 5_000;
/** Which waves to propose takes the server longest. */
const PROPOSE_AGAIN_MILLIS = 15_000;
/** Of what is over: a day's worth. */
const LATEST = 30;
/** Below every key: what a command of the floor may change. */
export const FLOOR = "floor";

export function useProposal() {
  const { floor } = useFloor();
  const query = { location: floor.code };
  return useQuery({
    queryKey: [FLOOR, "proposal", floor.code],
    refetchInterval: PROPOSE_AGAIN_MILLIS,
    queryFn: ({ signal }) => answerOf(api.GET("/v1/waves/proposal", { params: { query }, signal })),
  });
}

/** The newest waves, whatever has become of them. */
export function useWaves() {
  const { floor } = useFloor();
  const query = { location: floor.code, limit: LATEST };
  return useQuery({
    queryKey: [FLOOR, "waves", floor.code],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: ({ signal }) => answerOf(api.GET("/v1/waves", { params: { query }, signal })),
  });
}

/** Pick lists that somebody could go on with. */
export function usePickLists() {
  const { floor } = useFloor();
  return useQuery({
    queryKey: [FLOOR, "pick-lists", floor.code],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: async ({ signal }) => {
      const [picking, open] = await Promise.all(
        (["picking", "open"] as const).map((state) => {
          const query = { location: floor.code, state, limit: LATEST };
          return answerOf(api.GET("/v1/pick-lists", { params: { query }, signal }));
        }),
      );
      return [...(picking?.items ?? []), ...(open?.items ?? [])];
    },
  });
}

/** One pick list: as the server tells, or as this device last knew it while the server is away. */
export function usePickList(id: string) {
  const name = `pick-list:${id}`;
  return useQuery({
    queryKey: [FLOOR, "pick-list", id],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: async ({ signal }) => {
      try {
        const path = { id };
        const told = await answerOf(api.GET("/v1/pick-lists/{id}", { params: { path }, signal }));
        keep(name, told);
        return told;
      } catch (failed) {
        const last = ApiError.isAway(failed) ? kept<PickList>(name) : undefined;
        if (!last) throw failed;
        return last;
      }
    },
  });
}

/** Shipments that have been picked or packed here, those that leave first before the others. */
export function useShipments(state: "picking" | "packed") {
  const { floor } = useFloor();
  return useQuery({
    queryKey: [FLOOR, "shipments", floor.code, state],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: async ({ signal }) => {
      const here = { location: floor.code, state, limit: PAGE };
      const all = await everyPage<Shipment>((cursor) => {
        const query = { ...here, ...(cursor ? { cursor } : {}) };
        return answerOf(api.GET("/v1/shipments", { params: { query }, signal }));
      });
      return { ...all, items: all.items.sort((a, b) => (a.shipBy < b.shipBy ? -1 : 1)) };
    },
  });
}

export function useShipment(id: string) {
  return useQuery({
    queryKey: [FLOOR, "shipment", id],
    queryFn: ({ signal }) =>
      answerOf(api.GET("/v1/shipments/{id}", { params: { path: { id } }, signal })),
  });
}

/** Codes of the cartons that there are, for whoever packs otherwise than planned. */
export function useCartonTypes() {
  const query = { limit: PAGE };
  return useQuery({
    queryKey: ["carton-types"],
    queryFn: async ({ signal }) => {
      const told = answerOf(api.GET("/v1/fulfilment/cartons", { params: { query }, signal }));
      return (await told).items.map(({ code }) => code);
    },
  });
}
