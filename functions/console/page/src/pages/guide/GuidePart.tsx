import { useRef, useState } from "preact/hooks";
import { ApiError } from "../../api/client";
import type { Guide } from "../../api/guides";
import { changeLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { type Answer, answerOf } from "../../parts/form/values";
import { GuideFields } from "./GuideFields";
import { guideIn, LONGEST_LINE, MOST_RULES, MOST_STEPS, tooMuch } from "./guideForm";
import { PagePreview } from "./PagePreview";

interface Props {
  code: LiveCode;
  onChange: (code: LiveCode) => void;
}

/** What visitors see around the QR code: written here, shown beside it while it is written. */
export function GuidePart({ code, onChange }: Props) {
  const t = useText();
  const [draft, setDraft] = useState<Guide>(code.guide);
  const [saved, setSaved] = useState(false);
  const fields = useRef<HTMLDivElement>(null);

  const typed = (logo = draft.logo) => {
    setSaved(false);
    setDraft(guideIn(answerOf(fields.current!.querySelector("form")!), logo));
  };
  const save = async (answer: Answer) => {
    const guide = guideIn(answer, draft.logo);
    const field = tooMuch(guide);
    if (field) {
      const most = field === "steps" ? MOST_STEPS : MOST_RULES;
      const told = t("visit.tooMuch", { most, longest: LONGEST_LINE });
      throw new ApiError(422, told, { [field]: told });
    }
    onChange(await changeLiveCode(code.code, { guide }));
    setSaved(true);
  };

  return (
    <section class="card" aria-labelledby="visit">
      <h2 id="visit">{t("visit.title")}</h2>
      <p class="hint">{t("visit.lead")}</p>
      <div class="beside">
        <div ref={fields} onInput={() => typed()}>
          <Form submit={t("visit.save")} onSubmit={save}>
            <GuideFields guide={code.guide} logo={draft.logo} onLogo={typed} />
            {saved && <Alert kind="good">{t("saved")}</Alert>}
          </Form>
        </div>
        <PagePreview code={code.code} guide={tooMuch(draft) ? code.guide : draft} />
      </div>
    </section>
  );
}
