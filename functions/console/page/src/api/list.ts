import { call } from "./client";

/** One page of a list; `next` asks for the page after it. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

const PAGE = 50;

export function getPage<T>(address: string, cursor = "", limit = PAGE): Promise<Page<T>> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (cursor) query.set("cursor", cursor);
  return call("GET", `${address}${address.includes("?") ? "&" : "?"}${query}`);
}

/** Everything, for lists that are short by nature; stops after `most` entries. */
export async function getAll<T>(address: string, most = 500): Promise<T[]> {
  const all: T[] = [];
  let cursor = "";
  do {
    const page = await getPage<T>(address, cursor, 100);
    all.push(...page.items);
    cursor = page.next ?? "";
  } while (cursor && all.length < most);
  return all;
}
