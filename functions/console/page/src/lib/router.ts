import { useEffect, useState } from "preact/hooks";

const BASE = "/console";
const MOVED = "hearth-moved";

/** `location.pathname` without the part that every address of the console shares. */
export const here = (pathname: string): string =>
  (pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname).replace(/\/$/, "") || "/";

/** Values of the `:names` in `pattern`, decoded; undefined when `path` is not of that form. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const found = given[index] ?? "";
    if (part.startsWith(":")) values[part.slice(1)] = decodeURIComponent(found);
    else if (part !== found) return undefined;
  }
  return values;
}

/** An address from a template string whose values are escaped. */
export const path = (strings: TemplateStringsArray, ...values: string[]): string =>
  String.raw({ raw: strings }, ...values.map(encodeURIComponent));

/** The address of a page: `here` the other way round. The start has no slash at its end. */
export const addressOf = (to: string): string => BASE + (to === "/" ? "" : to);

let moved = false;
/** Whether somebody has gone from page to page, rather than just arrived. */
export const hasMoved = (): boolean => moved;

export function navigate(to: string, replace = false): void {
  moved = true;
  history[replace ? "replaceState" : "pushState"](null, "", addressOf(to));
  dispatchEvent(new Event(MOVED));
  scrollTo(0, 0);
}

export function useHere(): string {
  const [at, setAt] = useState(() => here(location.pathname));
  useEffect(() => {
    const update = () => setAt(here(location.pathname));
    addEventListener("popstate", update);
    addEventListener(MOVED, update);
    return () => {
      removeEventListener("popstate", update);
      removeEventListener(MOVED, update);
    };
  }, []);
  return at;
}
