import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../../api/client";
import { drawPoster, type PosterFile } from "../../api/codeFiles";
import { useText } from "../../i18n/context";
import { Form } from "../../parts/form/Form";
import { AreaField, SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { ChannelField } from "./PictureFields";
import { type Drawn, PosterPreview } from "./PosterPreview";

const MOST_LINES = 3;
const LONGEST_LINE = 60;

/** Lays a poster out and shows it. */
export function PosterForm({ code, logo }: { code: string; logo: string }) {
  const t = useText();
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => setDrawn(undefined), [logo]);

  const show = async (answer: Answer) => {
    const lines = answer
      .text("lines")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > MOST_LINES || lines.some((line) => [...line].length > LONGEST_LINE)) {
      const told = t("visit.tooMuch", { most: MOST_LINES, longest: LONGEST_LINE });
      throw new ApiError(422, told, { lines: told });
    }
    const wanted: PosterFile = {
      template: answer.text("template") as PosterFile["template"],
      form: "svg",
      headline: answer.text("headline"),
      lines,
      colour: answer.text("colour"),
      channel: answer.text("channel"),
      channel_name: answer.text("channel_name"),
      logo,
    };
    setDrawn({ wanted, picture: await drawPoster(code, wanted) });
  };

  return (
    <>
      <Form submit={t("give.show")} onSubmit={show}>
        <div class="pair">
          <SelectField
            name="template"
            label={t("give.template")}
            options={[
              ["a4", t("give.template.a4")],
              ["phone", t("give.template.phone")],
            ]}
          />
          <TextField name="colour" type="color" label={t("give.colour")} value="#a63d12" required />
        </div>
        <TextField name="headline" label={t("give.headline")} maxLength={60} required />
        <AreaField name="lines" label={t("give.lines")} hint={t("give.linesHint")} rows={3} />
        <div class="pair">
          <ChannelField />
          <TextField
            name="channel_name"
            label={t("give.channelName")}
            hint={t("give.channelNameHint")}
            maxLength={80}
          />
        </div>
      </Form>
      {drawn && <PosterPreview code={code} drawn={drawn} />}
    </>
  );
}
