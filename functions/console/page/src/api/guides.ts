import { path } from "../lib/router";
import { call, type Schemas } from "./client";

export type Guide = Schemas["GuideInput"];
export type PageWanted = Schemas["PageWanted"];

/** The page of a live code as HTML, with a guide that need not be saved. */
export const showPage = (code: string, wanted: PageWanted) =>
  call<Schemas["PageView"]>("POST", path`/api/livecodes/${code}/page`, wanted).then(
    ({ html }) => html,
  );
