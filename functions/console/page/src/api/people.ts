import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getAll } from "./list";
import type { Role } from "./session";

export type Operator = Schemas["OperatorView"];
export type Token = Schemas["TokenView"];

export const listOperators = () => getAll<Operator>("/api/operators");
export const createOperator = (name: string, role: Role) =>
  call<Schemas["InvitedOperator"]>("POST", "/api/operators", { name, role });
export const changeOperator = (name: string, changes: Schemas["OperatorChanges"]) =>
  call<Operator>("PATCH", path`/api/operators/${name}`, changes);
export const createLoginLink = (name: string) =>
  call<Schemas["LoginLinkView"]>("POST", path`/api/operators/${name}/link`);

export const listTokens = () => getAll<Token>("/api/tokens");
export const createToken = (name: string, role: Role) =>
  call<Schemas["IssuedToken"]>("POST", "/api/tokens", { name, role });
export const removeToken = (id: string) => call<unknown>("DELETE", path`/api/tokens/${id}`);
