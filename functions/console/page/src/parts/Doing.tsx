import { useState } from "preact/hooks";
import { useText } from "../i18n/context";
import { explain } from "../lib/explain";
import { Alert } from "./Alert";

interface Props {
  label: string;
  act: () => Promise<unknown>;
}

/** A button for what takes a moment and may fail. */
export function Doing({ label, act }: Props) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const start = async () => {
    setBusy(true);
    setFailure("");
    try {
      await act();
    } catch (error) {
      setFailure(explain(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => void start()}>
        {label}
      </button>
      {failure && <Alert kind="bad">{failure}</Alert>}
    </>
  );
}
