import { useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import { Field } from "../../parts/form/Field";
import { smallLogo } from "./smallLogo";

interface Props {
  logo: string;
  onLogo: (logo: string) => void;
}

/** The logo in the page's heading, made small in the browser. */
export function PageLogoField({ logo, onLogo }: Props) {
  const t = useText();
  const [unreadable, setUnreadable] = useState(false);
  const [round, setRound] = useState(0);

  const take = async (file: File) => {
    const small = await smallLogo(file);
    setUnreadable(small === undefined);
    if (small !== undefined) onLogo(small);
  };
  const remove = () => {
    setRound(round + 1);
    setUnreadable(false);
    onLogo("");
  };

  return (
    <div class="stack">
      <Field name="logo" label={t("visit.logo")} hint={t("visit.logoHint")}>
        {(wiring) => (
          <input
            {...wiring}
            key={round}
            class="input"
            type="file"
            accept="image/*"
            onChange={({ currentTarget: { files } }) => files?.[0] && void take(files[0])}
          />
        )}
      </Field>
      {unreadable && (
        <p class="error" role="alert">
          {t("visit.noPicture")}
        </p>
      )}
      {logo && (
        <div class="row-side">
          <img class="page-logo" src={logo} alt={t("visit.logo")} />
          <button type="button" class="button small" onClick={remove}>
            {t("visit.removeLogo")}
          </button>
        </div>
      )}
    </div>
  );
}
