import { path } from "../lib/router";
import { call, callForFile, type Schemas } from "./client";
import { getPage } from "./list";

export type Contact = Schemas["ContactView"];

const of = (community: string) => path`/api/communities/${community}/contacts`;

/** Without a code: of all codes. */
export const pageOfContacts = (community: string, code: string, cursor: string) =>
  getPage<Contact>(`${of(community)}?${new URLSearchParams({ code })}`, cursor);
export const exportContacts = (community: string, code: string) =>
  callForFile("GET", `${of(community)}.csv?${new URLSearchParams({ code })}`);
export const eraseContact = (community: string, id: string) =>
  call<Schemas["Done"]>("DELETE", `${of(community)}/${encodeURIComponent(id)}`);
export const countWaiting = (code: string) =>
  call<Schemas["ContactCount"]>("GET", path`/api/livecodes/${code}/contacts/count`).then(
    ({ waiting }) => waiting,
  );
