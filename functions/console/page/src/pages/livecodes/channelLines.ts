import type { ChannelFiles } from "../../api/codeFiles";

export const MOST_CHANNELS = 200;

/** Channels out of a text with one in each line: a word, and behind it perhaps what it is called. */
export function channelsIn(text: string): ChannelFiles["channels"] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const [key = "", ...rest] = line.split(/[\s,，]+/);
    return { key, label: rest.join(" ").slice(0, 80) };
  });
}

const WORD = /^[\p{L}\p{N}_.-]{1,40}$/u;

/** The first channel that cannot be part of an address, as it was written. */
export const badChannel = (channels: ChannelFiles["channels"]): string | undefined =>
  channels.map(({ key }) => key).find((key) => !WORD.test(key) || key === "." || key === "..");
