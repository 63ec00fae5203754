import { path } from "../lib/router";
import { call, type Schemas } from "./client";

export type Level = Schemas["RefillView"];
export type RefillReading = Schemas["RefillReading"];
export type RefillGroup = Omit<Schemas["RefillGroup"], "token">;
export type RefillLink = Schemas["RefillLink"];

const links = (code: string) => path`/api/livecodes/${code}/refill-links`;

/** What the holder of a link may do: the token is the only proof, so it is in every body. */
export const lookAtRefill = (token: string) => call<Level>("POST", "/api/refill/look", { token });
export const readRefill = (token: string, picture: string) =>
  call<RefillReading>("POST", "/api/refill/picture", { token, picture });
export const addRefill = (token: string, group: RefillGroup) =>
  call<Level>("POST", "/api/refill", { token, ...group });

export const makeRefillLink = (code: string) => call<RefillLink>("POST", links(code), {});
export const revokeRefillLinks = (code: string) => call<unknown>("DELETE", links(code));
