import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getPage } from "./list";

export type Notice = Schemas["NoticeView"];
export type NoticeState = "open" | "all";

/** Without a community: of the whole installation. */
const of = (community?: string) =>
  community ? path`/api/communities/${community}/notices` : "/api/notices";

export const pageOfNotices = (community: string | undefined, state: NoticeState, cursor: string) =>
  getPage<Notice>(`${of(community)}?state=${state}`, cursor);
export const countOpen = (community?: string) =>
  call<Schemas["NoticeCount"]>("GET", `${of(community)}/count`).then(({ open }) => open);
export const finishNotice = (community: string | undefined, id: string) =>
  call<Notice>("POST", `${of(community)}/${encodeURIComponent(id)}/done`);
