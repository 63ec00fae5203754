import { path } from "../lib/router";
import { call, type Schemas } from "./client";

export type Domain = Schemas["DomainView"];
export type DomainState = Domain["state"];

const ALL = "/api/domains";
const items = ({ items: found }: Schemas["DomainsView"]): Domain[] => found;
const ask = (...request: Parameters<typeof call>) =>
  call<Schemas["DomainsView"]>(...request).then(items);

export const listDomains = () => ask("GET", ALL);
export const addDomain = (domain: string) => ask("POST", ALL, { domain });
export const orderDomains = (order: string[]) => ask("PUT", ALL, { order });
export const turnDomain = (host: string, state: DomainState) =>
  ask("PATCH", path`/api/domains/${host}`, { state });
export const removeDomain = (host: string) => ask("DELETE", path`/api/domains/${host}`);
