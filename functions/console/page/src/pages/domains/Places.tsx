import { useState } from "preact/hooks";
import { type Domain, orderDomains } from "../../api/domains";
import { useText } from "../../i18n/context";
import { explain } from "../../lib/explain";
import { Alert } from "../../parts/Alert";
import { exchanged } from "./order";

interface Props {
  host: string;
  hosts: string[];
  onChange: (all: Domain[]) => void;
}

/** Moves a domain up or down in the order of preference. */
export function Places({ host, hosts, onChange }: Props) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const place = hosts.indexOf(host);
  const move = async (to: number) => {
    setBusy(true);
    setFailure("");
    try {
      onChange(await orderDomains(exchanged(hosts, place, to)));
    } catch (error) {
      setFailure(explain(error, t));
    } finally {
      setBusy(false);
    }
  };
  const button = (to: number, sign: string, words: string) => (
    <button
      type="button"
      class="button small"
      aria-label={words}
      disabled={busy || to < 0 || to >= hosts.length}
      onClick={() => void move(to)}
    >
      {sign}
    </button>
  );
  if (hosts.length < 2) return null;
  return (
    <>
      {button(place - 1, "↑", t("domain.up", { host }))}
      {button(place + 1, "↓", t("domain.down", { host }))}
      {failure && <Alert kind="bad">{failure}</Alert>}
    </>
  );
}
