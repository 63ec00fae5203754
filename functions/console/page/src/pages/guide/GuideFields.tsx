import { useState } from "preact/hooks";
import type { Guide } from "../../api/guides";
import { useText } from "../../i18n/context";
import { Choice } from "../../parts/form/Choices";
import { AreaField, TextField } from "../../parts/form/inputs";
import { EMBER } from "./guideForm";
import { PageLogoField } from "./PageLogoField";

interface Props {
  guide: Guide;
  logo: string;
  onLogo: (logo: string) => void;
}

export function GuideFields({ guide, logo, onLogo }: Props) {
  const t = useText();
  const { steps, rules, colour, for_links } = guide;
  const [own, setOwn] = useState(colour !== "");
  return (
    <>
      <AreaField
        name="steps"
        label={t("visit.steps")}
        hint={t("visit.stepsHint")}
        value={steps.join("\n")}
        rows={4}
      />
      <AreaField
        name="rules"
        label={t("visit.rules")}
        hint={t("visit.rulesHint")}
        value={rules.join("\n")}
        rows={3}
      />
      <div class="choices">
        <Choice name="own_colour" checked={own} onChecked={setOwn}>
          {t("visit.ownColour")}
        </Choice>
        {own && (
          <TextField
            name="colour"
            type="color"
            label={t("visit.colour")}
            value={colour || EMBER}
            required
          />
        )}
      </div>
      <PageLogoField logo={logo} onLogo={onLogo} />
      <Choice name="for_links" checked={for_links} onChecked={() => undefined}>
        {t("visit.forLinks")}
      </Choice>
    </>
  );
}
