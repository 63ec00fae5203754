import { useState } from "preact/hooks";
import type { Group } from "../../api/groups";
import { addDestination, type LiveCode, type NewDestination } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { PictureField } from "./PictureField";
import { usePicture } from "./picture";
import { ReadingView } from "./ReadingView";
import { TargetField } from "./TargetField";
import { TermsFields } from "./TermsFields";
import { NO_TERMS, termsIn } from "./terms";

type Kind = NewDestination["kind"];

interface Props {
  code: LiveCode;
  zone: string;
  groups: Group[];
  onAdd: (code: LiveCode) => void;
}

/**
 * A picture or an address first; what is read from a picture fills the fields below it. An archived
 * code leads into no group, so that only a person can be added.
 */
export function DestinationFields({ code: known, zone, groups, onAdd }: Props) {
  const t = useText();
  const { code, community } = known;
  const archived = known.archived > 0;
  const [kind, setKind] = useState<Kind>(archived ? "person" : "qr");
  const [chosen, setChosen] = useState(archived);
  const [edited, setEdited] = useState(false);
  const picture = usePicture(community, chosen ? kind : null, (found) => {
    setKind(found.kind);
    setEdited(false);
  });
  const { reading, count, busy, refusal } = picture;
  const said = edited ? undefined : reading;

  const add = async (answer: Answer) => {
    const wanted: NewDestination = {
      kind,
      target: answer.text("target"),
      platform: said?.platform ?? "",
      ...termsIn(answer, kind, zone),
    };
    onAdd(await addDestination(code, wanted));
  };
  const choose = (value: string) => {
    setKind(value as Kind);
    setChosen(true);
    setEdited(false);
  };

  const groupKinds = [
    ["qr", t("destination.qrOf")],
    ["link", t("destination.link")],
  ] as const;
  const person = ["person", t("destination.person")] as const;

  return (
    <Form submit={t("destination.add")} onSubmit={add}>
      <PictureField busy={busy} onPicture={(file) => void picture.read(file)} />
      <p class="hint" role="status">
        {busy ? t("picture.reading") : said && t("picture.done")}
      </p>
      {refusal && <Alert kind="bad">{refusal}</Alert>}
      {said && <ReadingView community={community} code={code} reading={said} />}
      <SelectField
        name="kind"
        label={t("destination.kind")}
        value={kind}
        onValue={choose}
        options={archived ? [person] : [...groupKinds, person]}
      />
      <TargetField
        key={`${kind} ${count}`}
        kind={kind}
        value={reading?.payload}
        onValue={(target) => setEdited(target !== reading?.payload)}
      />
      <TermsFields
        kind={kind}
        terms={{ ...NO_TERMS, valid_until: reading?.valid_until ?? 0 }}
        zone={zone}
        groups={groups}
        capacityHint={t("destination.capacityHint")}
        untilHint={
          said?.valid_until ? t("picture.expiry") : kind === "qr" && t("destination.qrExpiry")
        }
        round={count}
      />
      <TextField
        name="note"
        label={t("destination.note")}
        hint={t("destination.noteHint")}
        maxLength={200}
      />
    </Form>
  );
}
