import type { ComponentChildren } from "preact";
import { useText } from "../i18n/context";
import { explain } from "../lib/explain";
import type { Loading } from "../lib/load";
import { Alert } from "./Alert";
import { Link } from "./Link";

interface Props<T> {
  of: Loading<T>;
  /** Where to go on when it failed: address and words. */
  back?: readonly [to: string, label: string];
  children: (value: T) => ComponentChildren;
}

/** Shows that something is being fetched, that it failed, or what came. */
export function Loaded<T>({ of: { load, again }, back, children }: Props<T>) {
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
      <div class="actions">
        <button class="button" onClick={again}>
          {t("again")}
        </button>
        {back && (
          <Link to={back[0]} class="button">
            {back[1]}
          </Link>
        )}
      </div>
    </Alert>
  );
}
