import { useRef } from "preact/hooks";
import { useText } from "../../i18n/context";
import { inventSecret } from "../../lib/platforms";
import { Field, type FieldProps } from "../../parts/form/Field";

/** A secret of one's own choice, with a button that makes one up. */
export function InventedField({ placeholder, ...field }: FieldProps & { placeholder?: string }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const invent = () => {
    input.current!.value = inventSecret();
    input.current!.select();
  };
  return (
    <Field {...field}>
      {(wiring) => (
        <div class="copy">
          <input
            {...wiring}
            ref={input}
            class="input code"
            autocomplete="off"
            required={field.required}
            placeholder={placeholder}
          />
          <button type="button" class="button" onClick={invent}>
            {t("secret.invent")}
          </button>
        </div>
      )}
    </Field>
  );
}
