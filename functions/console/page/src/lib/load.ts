import { type Inputs, useCallback, useEffect, useState } from "preact/hooks";

export type Load<T> =
  { state: "loading" } | { state: "failed"; error: unknown } | { state: "ready"; value: T };

export interface Loading<T> {
  load: Load<T>;
  /** Ask again; what is shown stays until the answer is there. */
  again: () => void;
}

/** Asks when the component appears and whenever `inputs` change; late answers are dropped. */
export function useLoad<T>(ask: () => Promise<T>, inputs: Inputs): Loading<T> {
  const [load, setLoad] = useState<Load<T>>({ state: "loading" });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => setLoad({ state: "loading" }), inputs);
  useEffect(() => {
    let wanted = true;
    ask().then(
      (value) => wanted && setLoad({ state: "ready", value }),
      (error: unknown) => wanted && setLoad({ state: "failed", error }),
    );
    return () => {
      wanted = false;
    };
  }, [...inputs, round]);

  return { load, again };
}

/** Calls `act` every `seconds` while somebody can see the page. */
export function useEvery(seconds: number, act: () => void): void {
  useEffect(() => {
    const tick = () => document.visibilityState === "visible" && act();
    const timer = setInterval(tick, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, act]);
}
