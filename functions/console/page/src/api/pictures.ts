import { path } from "../lib/router";
import { call, type Schemas } from "./client";

export type Reading = Schemas["PictureView"];
type Kind = Reading["kind"];

/** What the QR code on a picture is; `kind` is what it is to become, when that was chosen. */
export const readPicture = (community: string, picture: string, kind: Kind | null) =>
  call<Reading>("POST", path`/api/communities/${community}/pictures`, { picture, kind });
