import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useText } from "../i18n/context";
import { explain } from "../lib/explain";
import type { Feed } from "../lib/feed";
import { Alert } from "./Alert";
import { Loaded } from "./Loaded";

interface Props<T> {
  of: Feed<T>;
  empty: ComponentChildren;
  /** One list item. */
  children: (entry: T) => ComponentChildren;
}

/** A feed as a list of cards with a button for older entries at its end. */
export function FeedList<T>({ of, empty, children }: Props<T>) {
  return (
    <Loaded of={of}>
      {(entries) =>
        entries.length === 0 ? (
          empty
        ) : (
          <>
            <ul class="rows">{entries.map(children)}</ul>
            {of.older && <Older ask={of.older} />}
          </>
        )
      }
    </Loaded>
  );
}

function Older({ ask }: { ask: () => Promise<void> }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const fetchOlder = async () => {
    setBusy(true);
    setFailure("");
    try {
      await ask();
    } catch (error) {
      setFailure(explain(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="more">
      {failure && <Alert kind="bad">{failure}</Alert>}
      <button type="button" class="button" disabled={busy} onClick={() => void fetchOlder()}>
        {busy ? t("loading") : t("more")}
      </button>
    </div>
  );
}
