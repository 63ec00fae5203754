import { Field, type FieldProps } from "./Field";

/** Attributes that go to the input as they are. */
interface Native {
  autocomplete?: string;
  list?: string;
  max?: number | string;
  maxLength?: number;
  min?: number | string;
  minLength?: number;
  pattern?: string;
  placeholder?: string;
  step?: string;
}
type Kind = "text" | "password" | "url" | "number" | "datetime-local" | "color";

interface TextProps extends FieldProps, Native {
  type?: Kind;
  value?: string | number;
  onValue?: (value: string) => void;
  code?: boolean;
}

export function TextField(props: TextProps) {
  const {
    name,
    label,
    hint,
    required = false,
    type = "text",
    value,
    onValue,
    code,
    ...native
  } = props;
  return (
    <Field name={name} label={label} hint={hint} required={required}>
      {(wiring) => (
        <input
          {...wiring}
          {...native}
          type={type as "text"}
          required={required}
          class={code ? "input code" : "input"}
          defaultValue={value === undefined ? undefined : String(value)}
          onInput={onValue && ((event) => onValue(event.currentTarget.value))}
        />
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps {
  value?: string;
  maxLength?: number;
  rows?: number;
  code?: boolean;
}

export function AreaField({ name, label, hint, required = false, ...own }: AreaProps) {
  const { value, maxLength, rows = 4, code } = own;
  return (
    <Field name={name} label={label} hint={hint} required={required}>
      {(wiring) => (
        <textarea
          {...wiring}
          required={required}
          rows={rows}
          maxLength={maxLength}
          class={code ? "input code" : "input"}
          defaultValue={value}
        />
      )}
    </Field>
  );
}

interface SelectProps extends FieldProps {
  options: readonly (readonly [value: string, label: string])[];
  value?: string;
  onValue?: (value: string) => void;
}

export function SelectField({ name, label, hint, options, value, onValue }: SelectProps) {
  return (
    <Field name={name} label={label} hint={hint} required>
      {(wiring) => (
        <select
          {...wiring}
          class="input"
          onChange={onValue && ((event) => onValue(event.currentTarget.value))}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option} selected={option === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
