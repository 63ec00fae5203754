import { path } from "../lib/router";
import { callForFile, type Schemas } from "./client";

export type CodeFile = Schemas["CodeFile"];
export type PosterFile = Schemas["PosterFile"];
export type ChannelFiles = Schemas["ChannelFiles"];

const at = (code: string) => path`/api/livecodes/${code}`;

/** The code as a file. Without a logo everybody may fetch it, with one only who may change things. */
export function drawCode(code: string, wanted: CodeFile): Promise<Blob> {
  if (wanted.logo) return callForFile("POST", `${at(code)}/qr`, wanted);
  const { form, size, channel } = wanted;
  const query = new URLSearchParams({ size: String(size), channel });
  return callForFile("GET", `${at(code)}/qr.${form}?${query}`);
}

export const drawPoster = (code: string, wanted: PosterFile) =>
  callForFile("POST", `${at(code)}/poster`, wanted);

export const drawChannels = (code: string, wanted: ChannelFiles) =>
  callForFile("POST", `${at(code)}/channels.zip`, wanted);
