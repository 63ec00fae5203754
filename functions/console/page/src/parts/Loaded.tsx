import type { ComponentChildren } from "preact";
import { useText } from "../i18n/context";
import { explain } from "../lib/explain";
import type { Loading } from "../lib/load";
import { Alert } from "./Alert";

interface Props<T> {
  of: Loading<T>;
  children: (value: T) => ComponentChildren;
}

/** Shows that something is being fetched, that it failed, or what came. */
export function Loaded<T>({ of: { load, again }, children }: Props<T>) {
  const t = useText();
  if (load.state === "ready") return <>{children(load.value)}</>;
  if (load.state === "loading") {
    return (
      <p class="loading" role="status">
        {t("loading")}
      </p>
    );
  }
  return (
    <Alert kind="bad">
      <p>{explain(load.error, t)}</p>
      <button class="button" onClick={again}>
        {t("again")}
      </button>
    </Alert>
  );
}
