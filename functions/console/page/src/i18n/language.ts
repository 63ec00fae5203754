/** Which languages there are, and which one this browser wants. */
export type Language = "en" | "zh";

const MEMORY = "hearth-language";

export function preferred(remembered: string | null, browser: readonly string[]): Language {
  if (remembered === "en" || remembered === "zh") return remembered;
  const known = browser.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag): tag is Language => tag === "en" || tag === "zh") ?? "en";
}

/** The language tag for `lang` attributes and for Intl. */
export const tag = (language: Language): string => (language === "zh" ? "zh-CN" : "en-GB");

export const recall = (): Language => preferred(localStorage.getItem(MEMORY), navigator.languages);

export function remember(language: Language): void {
  localStorage.setItem(MEMORY, language);
}
