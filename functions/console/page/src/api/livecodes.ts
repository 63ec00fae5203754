import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getAll } from "./list";

export type LiveCode = Schemas["LiveCodeView"];
export type Destination = Schemas["DestinationView"];
export type NewDestination = Schemas["NewDestination"];
export type DestinationChanges = Schemas["DestinationChanges"];
export type Seats = Schemas["SeatsView"];
export type PlaceSeats = Schemas["PlaceSeatsView"];

const of = (community: string) => path`/api/communities/${community}/livecodes`;
const at = (code: string) => path`/api/livecodes/${code}`;

/** The picture that people scan. With `address`, what it says: browsers keep pictures by name. */
export const qrOf = (code: string, address = "") =>
  `${at(code)}/qr.svg${address && `?of=${encodeURIComponent(address)}`}`;

export const listLiveCodes = (community: string, archived = false) =>
  getAll<LiveCode>(`${of(community)}${archived ? "?archived=true" : ""}`);
export const getLiveCode = (code: string) => call<LiveCode>("GET", at(code));
export const createLiveCode = (community: string, wanted: Schemas["NewLiveCode"]) =>
  call<LiveCode>("POST", of(community), wanted);
export const changeLiveCode = (code: string, changes: Schemas["LiveCodeChanges"]) =>
  call<LiveCode>("PATCH", at(code), changes);
export const addDestination = (code: string, wanted: NewDestination) =>
  call<LiveCode>("POST", `${at(code)}/destinations`, wanted);
export const changeDestination = (code: string, id: string, changes: DestinationChanges) =>
  call<LiveCode>("PATCH", `${at(code)}/destinations/${encodeURIComponent(id)}`, changes);
export const removeDestination = (code: string, id: string) =>
  call<LiveCode>("DELETE", `${at(code)}/destinations/${encodeURIComponent(id)}`);
/** Who came and which seats wait, where Hearth is in the group. */
export const getSeats = (code: string) => call<Seats>("GET", `${at(code)}/seats`);
