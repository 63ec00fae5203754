import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useFormState } from "./context";

interface ChoicesProps {
  label: string;
  /** Field whose error belongs to all of them. */
  name: string;
  /** What to say instead of the usual words when nothing is chosen. */
  complaint?: string;
  children: ComponentChildren;
}

/** Several boxes to tick under one title. */
export function Choices({ label, name, complaint, children }: ChoicesProps) {
  const id = useId();
  const error = useFormState().errors[name];
  return (
    <fieldset class="group" aria-describedby={error ? id : undefined}>
      <legend class="legend">{label}</legend>
      {children}
      {error && (
        <p class="error" id={id} role="alert">
          {complaint ?? error}
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  value?: string;
  checked?: boolean;
  disabled?: boolean;
  required?: boolean;
  onChecked: (checked: boolean) => void;
  children: ComponentChildren;
}

export function Choice({ name, value = "on", checked, onChecked, children, ...own }: ChoiceProps) {
  return (
    <label class="check">
      <input
        {...own}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
