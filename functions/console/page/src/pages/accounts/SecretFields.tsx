import type { SecretForm } from "../../api/accounts";
import { useText } from "../../i18n/context";
import { known } from "../../i18n/text";
import { isFree } from "../../lib/platforms";
import { TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { InventedField } from "./InventedField";

interface Props {
  platform: string;
  fields: readonly SecretForm[];
  /** Names of those that are set already: left empty they stay. */
  set?: readonly string[];
}

/** Secrets go in and never come out: what is set shows as set only. */
export function SecretFields({ platform, fields, set = [] }: Props) {
  const t = useText();
  return (
    <>
      {fields.map(({ name, required, form }) => {
        const label = known(`secret.${platform}.${name}`);
        const hint = known(`secret.${platform}.${name}.hint`);
        const isSet = set.includes(name);
        const shared = {
          name,
          label: label ? t(label) : name,
          hint: hint ? t(hint) : form,
          required: required && !isSet,
          placeholder: isSet ? t("secret.isSet") : undefined,
        };
        if (isFree(platform, name)) return <InventedField key={name} {...shared} />;
        return <TextField key={name} {...shared} autocomplete="off" code />;
      })}
    </>
  );
}

/** The secrets that were filled in. */
export function secretsIn(fields: readonly SecretForm[], answer: Answer): Record<string, string> {
  const filled = fields.map(({ name }) => [name, answer.text(name)] as const);
  return Object.fromEntries(filled.filter(([, value]) => value));
}
