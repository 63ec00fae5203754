import { useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import { explain } from "../../lib/explain";
import { asLogo } from "../../lib/pixels";
import { Field } from "../../parts/form/Field";

interface Props {
  chosen: boolean;
  onLogo: (logo: string) => Promise<void>;
}

/** A logo for the middle of the code. It is made small here and kept nowhere. */
export function LogoField({ chosen, onLogo }: Props) {
  const t = useText();
  const [told, setTold] = useState("");
  const [round, setRound] = useState(0);

  const take = async (logo: string | undefined) => {
    setTold("");
    if (logo === undefined) return setTold(t("give.noPicture"));
    try {
      await onLogo(logo);
    } catch (error) {
      setTold(explain(error, t));
    }
  };
  const remove = () => {
    setRound(round + 1);
    void take("");
  };

  return (
    <div class="stack">
      <Field name="logo" label={t("give.logo")} hint={t("give.logoHint")}>
        {(wiring) => (
          <input
            {...wiring}
            key={round}
            class="input"
            type="file"
            accept="image/*"
            onChange={({ currentTarget: { files } }) =>
              files?.[0] && void asLogo(files[0]).then(take)
            }
          />
        )}
      </Field>
      <p class="hint" role="status">
        {told}
      </p>
      {chosen && (
        <div class="actions">
          <button type="button" class="button small" onClick={remove}>
            {t("give.removeLogo")}
          </button>
        </div>
      )}
    </div>
  );
}
