import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getAll } from "./list";

export type Group = Schemas["GroupView"];
export type GroupChanges = Schemas["GroupChanges"];

/** Community of groups that belong to none yet. */
export const UNASSIGNED = "-";

const at = (group: string) => path`/api/groups/${group}`;

export const listGroups = (community: string) =>
  getAll<Group>(`/api/groups?community=${encodeURIComponent(community)}`);
export const getGroup = (group: string) => call<Group>("GET", at(group));
export const changeGroup = (group: string, changes: GroupChanges) =>
  call<Group>("PATCH", at(group), changes);
