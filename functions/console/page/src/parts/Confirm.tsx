import { useRef, useState } from "preact/hooks";
import { useText } from "../i18n/context";
import { explain } from "../lib/explain";
import { Alert } from "./Alert";

interface Props {
  /** Words on the button that opens the question. */
  label: string;
  question: string;
  onYes: () => Promise<unknown>;
  danger?: boolean;
}

/** A button whose deed cannot be taken back: asks first. */
export function Confirm({ label, question, onYes, danger = false }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);

  const act = async () => {
    setBusy(true);
    try {
      await onYes();
      dialog.current?.close();
    } catch (error) {
      setFailure(explain(error, t));
    } finally {
      setBusy(false);
    }
  };

  const tone = danger ? "button danger" : "button";
  return (
    <>
      <button type="button" class={tone} onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} class="dialog" aria-label={question}>
        <p>{question}</p>
        {failure && <Alert kind="bad">{failure}</Alert>}
        <div class="form-foot">
          <button
            type="button"
            class={`${tone} primary`}
            disabled={busy}
            onClick={() => void act()}
          >
            {label}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {t("cancel")}
          </button>
        </div>
      </dialog>
    </>
  );
}
