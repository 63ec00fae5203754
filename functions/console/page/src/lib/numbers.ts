import { useSpeech } from "../i18n/context";
import { tag } from "../i18n/language";
import { showCount, showShare } from "./figures";

interface Numbers {
  count: (count: number) => string;
  share: (part: number, whole: number) => string;
}

/** Writes numbers as the chosen language does. */
export function useNumbers(): Numbers {
  const language = tag(useSpeech().language);
  return {
    count: (count) => showCount(count, language),
    share: (part, whole) => showShare(part, whole, language),
  };
}
