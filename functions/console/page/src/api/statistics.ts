import { path } from "../lib/router";
import { call, type Schemas } from "./client";

export type Statistics = Schemas["StatisticsView"];
export type Counts = Schemas["CountsView"];
export type Span = Schemas["SpanView"];
export type Channel = Schemas["ChannelView"];
export type Device = Schemas["DeviceView"];
export type Place = Schemas["PlaceView"];
export type By = "hour" | "day";
export type Lines = "time" | "channels" | "devices" | "destinations";

const at = (code: string) => path`/api/livecodes/${code}/statistics`;

/** Figures from `since` on and before `until`, both ms since 1970. */
export const getStatistics = (code: string, since: number, until: number, by: By) =>
  call<Statistics>("GET", `${at(code)}?${asked(since, until, by)}`);

/** Address of the same as a table for spreadsheets. */
export const tableOf = ({ code, since, until, by }: Statistics, of: Lines) =>
  `${at(code)}.csv?${asked(since, until, by)}&of=${of}`;

const asked = (since: number, until: number, by: string) =>
  new URLSearchParams({ since: String(since), until: String(until), by }).toString();
