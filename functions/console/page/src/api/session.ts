import { call, type Schemas } from "./client";

export type Session = Schemas["SessionView"];
export type Role = Session["role"];

const HERE = "/api/session";

export const currentSession = () => call<Session>("GET", HERE);
export const logIn = (name: string, password: string) =>
  call<Session>("POST", HERE, { name, password });
export const logInByLink = (token: string) => call<Session>("POST", `${HERE}/link`, { token });
export const logOut = () => call<unknown>("DELETE", HERE);
export const setPassword = (password: string, current: string | undefined) =>
  call<Session>("POST", `${HERE}/password`, { password, current });
