import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getAll } from "./list";

export type Community = Schemas["CommunityView"];
export type CommunityAnswer = Omit<Schemas["NewCommunity"], "community">;

const ALL = "/api/communities";

export const listCommunities = () => getAll<Community>(ALL);
export const createCommunity = (wanted: CommunityAnswer) => call<Community>("POST", ALL, wanted);
export const changeCommunity = (community: string, changes: CommunityAnswer) =>
  call<Community>("PATCH", path`/api/communities/${community}`, changes);
