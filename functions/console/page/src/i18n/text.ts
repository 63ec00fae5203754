import { en } from "./en";
import type { Language } from "./language";
import { zh } from "./zh";

export type Key = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
/** Says `key` in the chosen language, with `{name}` replaced by `values.name`. */
export type Text = (key: Key, values?: Values) => string;

const DICTIONARIES: Record<Language, Record<Key, string>> = { en, zh };

export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const textIn =
  (language: Language): Text =>
  (key, values = {}) =>
    fill(DICTIONARIES[language][key], values);

/** `key` when the dictionaries hold it: for words that come from the API. */
export const known = (key: string): Key | undefined => (key in en ? (key as Key) : undefined);
