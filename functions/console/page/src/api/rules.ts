import { path } from "../lib/router";
import { call, type Schemas } from "./client";

export type RuleSet = Schemas["RulesView"];
export type Rule = Schemas["Rule"];

const of = (community: string) => path`/api/communities/${community}/rules`;

export const getRules = (community: string) => call<RuleSet>("GET", of(community));
export const putRules = (community: string, version: number, rules: Rule[]) =>
  call<RuleSet>("PUT", of(community), { version, rules });
