import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getAll, getPage } from "./list";

export type Group = Schemas["GroupView"];
export type GroupChanges = Schemas["GroupChanges"];
export type NewGroup = Schemas["NewGroup"];
export type Member = Schemas["MemberView"];

/** Community of groups that belong to none yet. */
export const UNASSIGNED = "-";

const at = (group: string) => path`/api/groups/${group}`;

export const listGroups = (community: string) =>
  getAll<Group>(`/api/groups?community=${encodeURIComponent(community)}`);
export const getGroup = (group: string) => call<Group>("GET", at(group));
export const createGroup = (wanted: NewGroup) => call<Group>("POST", "/api/groups", wanted);
export const changeGroup = (group: string, changes: GroupChanges) =>
  call<Group>("PATCH", at(group), changes);
export const pageOfMembers = (group: string, cursor: string) =>
  getPage<Member>(`${at(group)}/members`, cursor);
