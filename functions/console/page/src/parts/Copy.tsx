import { useState } from "preact/hooks";
import { useText } from "../i18n/context";

interface Props {
  value: string;
  label: string;
}

/** An address or key that is meant to be pasted somewhere else. */
export function Copy({ value, label }: Props) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  const select = (event: FocusEvent) => (event.currentTarget as HTMLInputElement).select();
  return (
    <div class="copy">
      <input class="input code" readOnly value={value} aria-label={label} onFocus={select} />
      <button type="button" class="button" onClick={() => void copy()}>
        {copied ? t("copied") : t("copy")}
      </button>
      <span class="unseen" role="status">
        {copied ? t("copied") : ""}
      </span>
    </div>
  );
}
