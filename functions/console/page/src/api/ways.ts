import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import type { Delivery } from "./records";

export type Way = Schemas["WayView"];
export type NewWay = Schemas["NewWay"];

const of = (code: string) => path`/api/livecodes/${code}/ways`;

export const openWay = (code: string, wanted: NewWay) => call<Way>("POST", of(code), wanted);
/** What became of a way that was ordered, oldest first. */
export const deliveriesOfWay = (code: string, way: string) =>
  call<Schemas["DeliveryList"]>("GET", of(code) + path`/${way}`).then(
    ({ items }): Delivery[] => items,
  );
