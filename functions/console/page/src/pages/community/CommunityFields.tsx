import { useMemo } from "preact/hooks";
import type { Community, CommunityAnswer } from "../../api/communities";
import { useSpeech } from "../../i18n/context";
import { browserZone, zones } from "../../lib/time";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";

/** What a community consists of, empty or filled from `community`. */
export function CommunityFields({ community }: { community?: Community }) {
  const { t, language } = useSpeech();
  const known = useMemo(zones, []);
  return (
    <>
      <TextField
        name="name"
        label={t("community.name")}
        value={community?.name}
        maxLength={80}
        required
      />
      <div class="pair">
        <SelectField
          name="language"
          label={t("community.language")}
          value={community?.language ?? language}
          options={[
            ["zh", t("language.zh")],
            ["en", t("language.en")],
          ]}
        />
        <TextField
          name="time_zone"
          label={t("community.zone")}
          value={community?.time_zone ?? browserZone()}
          list="zones"
          required
        />
      </div>
      <datalist id="zones">
        {known.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        name="goal"
        label={t("community.goal")}
        hint={t("community.goalHint")}
        value={community?.goal}
        maxLength={200}
      />
    </>
  );
}

export const communityIn = (answer: Answer): CommunityAnswer => ({
  name: answer.text("name"),
  language: answer.text("language") as Community["language"],
  time_zone: answer.text("time_zone"),
  goal: answer.text("goal"),
});
