import { type Inputs, useCallback, useEffect, useState } from "preact/hooks";
import type { Page } from "../api/list";
import type { Load, Loading } from "./load";

export interface Feed<T> extends Loading<T[]> {
  /** Fetch the page after those that are shown; undefined at the end. */
  older: (() => Promise<void>) | undefined;
}

interface Shown<T> {
  load: Load<T[]>;
  /** Cursor of the page after those that are shown. */
  next: string;
}

/** What is fresh first, then what was shown before and is not among it. */
export function merged<T>(fresh: T[], shown: T[], keyOf: (entry: T) => string): T[] {
  const keys = new Set(fresh.map(keyOf));
  return [...fresh, ...shown.filter((entry) => !keys.has(keyOf(entry)))];
}

/** A list, newest first, that grows at both ends: `ask` fetches the page at a cursor. */
export function useFeed<T>(
  ask: (cursor: string) => Promise<Page<T>>,
  keyOf: (entry: T) => string,
  inputs: Inputs,
): Feed<T> {
  const [shown, setShown] = useState<Shown<T>>({ load: { state: "loading" }, next: "" });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);

  const put = (page: Page<T>, where: "above" | "below") =>
    setShown(({ load, next }) => {
      const first = load.state !== "ready";
      const old = first ? [] : load.value;
      const [upper, lower] = where === "above" ? [page.items, old] : [old, page.items];
      return {
        load: { state: "ready", value: merged(upper, lower, keyOf) },
        next: first || where === "below" ? (page.next ?? "") : next,
      };
    });

  useEffect(() => setShown({ load: { state: "loading" }, next: "" }), inputs);
  useEffect(() => {
    let wanted = true;
    ask("").then(
      (page) => wanted && put(page, "above"),
      (error: unknown) => wanted && setShown({ load: { state: "failed", error }, next: "" }),
    );
    return () => {
      wanted = false;
    };
  }, [...inputs, round]);

  const { load, next } = shown;
  const older = async () => put(await ask(next), "below");
  return { load, again, older: next ? older : undefined };
}
