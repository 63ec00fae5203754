import { type ComponentChildren, Fragment } from "preact";
import { useRef, useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import { explain, wrongFields } from "../../lib/explain";
import { Alert } from "../Alert";
import { FormContext } from "./context";
import { type Answer, answerOf } from "./values";
import { focusFirst, problems } from "./validity";

interface Props {
  /** Saves; what it rejects with is shown next to the field it names, or above the button. */
  onSubmit: (answer: Answer) => Promise<unknown>;
  submit: string;
  children: ComponentChildren;
  /** Stands beside the button. */
  aside?: ComponentChildren;
  /** Other words for what may go wrong here. */
  explainHere?: typeof explain;
  /** Empty the form when it was saved. */
  resets?: boolean;
}

export function Form(props: Props) {
  const { onSubmit, submit, children, aside, resets = false, explainHere = explain } = props;
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState("");
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);

  const complain = (found: Record<string, string>) => {
    setErrors(found);
    focusFirst(form.current!, Object.keys(found));
  };

  const save = async () => {
    setFailure("");
    const wrong = problems(form.current!, t);
    complain(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await onSubmit(answerOf(form.current!));
      if (resets) setRound(round + 1);
    } catch (error) {
      const found = wrongFields(error, form.current!, t);
      complain(found);
      if (Object.keys(found).length === 0) setFailure(explainHere(error, t));
    } finally {
      setBusy(false);
    }
  };

  const submitted = (event: Event) => {
    event.preventDefault();
    if (!busy) void save();
  };

  return (
    <FormContext.Provider value={{ busy, errors }}>
      <form ref={form} class="form" noValidate onSubmit={submitted} aria-busy={busy}>
        <Fragment key={round}>{children}</Fragment>
        {failure && <Alert kind="bad">{failure}</Alert>}
        <div class="form-foot">
          <button class="button primary" disabled={busy}>
            {busy ? t("saving") : submit}
          </button>
          {aside}
        </div>
      </form>
    </FormContext.Provider>
  );
}
