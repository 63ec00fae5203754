import { useRef, useState } from "preact/hooks";
import { changeLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Form } from "../../parts/form/Form";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";

interface Props {
  code: LiveCode;
  onChange: (code: LiveCode) => void;
}

/** A button beside the name; what was typed and not saved is gone the next time. */
export function Rename({ code: { code, name }, onChange }: Props) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [round, setRound] = useState(0);
  const close = () => dialog.current?.close();
  const save = async (answer: Answer) => {
    onChange(await changeLiveCode(code, { name: answer.text("name") }));
    close();
  };
  const giveUp = (
    <button type="button" class="button" onClick={close}>
      {t("cancel")}
    </button>
  );
  return (
    <>
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        {t("livecode.rename")}
      </button>
      <dialog
        ref={dialog}
        class="dialog"
        aria-label={t("livecode.rename")}
        onClose={() => setRound(round + 1)}
      >
        <Form key={round} submit={t("save")} onSubmit={save} aside={giveUp}>
          <TextField
            name="name"
            label={t("livecode.name")}
            hint={t("livecode.nameHint")}
            value={name}
            maxLength={80}
            required
          />
        </Form>
      </dialog>
    </>
  );
}
