import type { ComponentChildren, VNode } from "preact";
import { useId } from "preact/hooks";
import { useText } from "../../i18n/context";
import { useFormState } from "./context";

/** What a control needs in order to be announced with its label, hint and error. */
export interface Wiring {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

export interface FieldProps {
  name: string;
  label: string;
  hint?: ComponentChildren;
  required?: boolean;
}

interface Props extends FieldProps {
  children: (wiring: Wiring) => VNode;
}

export function Field({ name, label, hint, required = false, children }: Props) {
  const t = useText();
  const id = useId();
  const error = useFormState().errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label htmlFor={id}>
        {label}
        {!required && <span class="optional">{t("optional")}</span>}
      </label>
      {children({
        id,
        name,
        "aria-describedby": described || undefined,
        "aria-invalid": Boolean(error),
      })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
