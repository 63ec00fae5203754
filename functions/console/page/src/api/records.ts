import { path } from "../lib/router";
import type { Schemas } from "./client";
import { getPage, type Page } from "./list";

export type GroupEvent = Schemas["EventView"];
export type Verdict = Schemas["VerdictView"];
export type Ruling = Schemas["RulingView"];
export type Finding = Schemas["FindingView"];
export type Action = Schemas["ActionView"];
export type Delivery = Schemas["DeliveryView"];
export type Member = Schemas["MemberView"];

/** An event and what became of the actions it led to. */
export interface Happening {
  event: GroupEvent;
  deliveries: Delivery[];
}

const of = (group: string) => path`/api/groups/${group}`;
const MOST_PAGES = 10;

export const pageOfMembers = (group: string, cursor: string) =>
  getPage<Member>(`${of(group)}/members`, cursor);
export const pageOfDeliveries = (group: string, cursor: string, limit?: number) =>
  getPage<Delivery>(`${of(group)}/deliveries`, cursor, limit);

export async function pageOfHappenings(group: string, before: string): Promise<Page<Happening>> {
  const query = before ? `?before=${encodeURIComponent(before)}` : "";
  const { items, next } = await getPage<GroupEvent>(`${of(group)}/events${query}`);
  const acted = items.filter(({ verdict }) => verdict?.actions.length);
  const since = Math.min(...acted.map(({ received }) => received));
  const deliveries = acted.length > 0 ? await deliveriesSince(group, since) : [];
  return {
    items: items.map((event) => ({ event, deliveries: ofEvent(group, event, deliveries) })),
    next,
  };
}

const ofEvent = (group: string, { key }: GroupEvent, deliveries: Delivery[]) =>
  deliveries.filter(({ source }) => source === `event:${group}#${key}`);

/** Deliveries that are not older than `since`, as far as a bounded number of pages reaches. */
async function deliveriesSince(group: string, since: number): Promise<Delivery[]> {
  const found: Delivery[] = [];
  let cursor = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await pageOfDeliveries(group, cursor, 100);
    found.push(...items);
    cursor = next ?? "";
    if (!cursor || (items.at(-1)?.created ?? 0) < since) break;
  }
  return found;
}
