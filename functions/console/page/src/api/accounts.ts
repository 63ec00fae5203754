import { path } from "../lib/router";
import { call, type Schemas } from "./client";
import { getAll } from "./list";

export type Account = Schemas["AccountView"];
export type NewAccount = Schemas["NewAccount"];
export type AccountChanges = Schemas["AccountChanges"];
export type Platform = Schemas["PlatformView"];
export type SecretForm = Schemas["SecretFieldView"];

const at = (platform: string, account: string) => path`/api/accounts/${platform}/${account}`;

export const listPlatforms = () =>
  call<Schemas["PlatformList"]>("GET", "/api/platforms").then(({ items }) => items);
export const listAccounts = () => getAll<Account>("/api/accounts");
export const getAccount = (platform: string, account: string) =>
  call<Account>("GET", at(platform, account));
export const createAccount = (wanted: NewAccount) => call<Account>("POST", "/api/accounts", wanted);
export const changeAccount = (platform: string, account: string, changes: AccountChanges) =>
  call<Account>("PATCH", at(platform, account), changes);
export const removeAccount = (platform: string, account: string) =>
  call<unknown>("DELETE", at(platform, account));
