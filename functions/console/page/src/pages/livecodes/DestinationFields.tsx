import { useState } from "preact/hooks";
import { addDestination, type LiveCode, type NewDestination } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { momentOf, wallTime } from "../../lib/time";
import { Alert } from "../../parts/Alert";
import { Form } from "../../parts/form/Form";
import { SelectField, TextField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { PictureField } from "./PictureField";
import { usePicture } from "./picture";
import { ReadingView } from "./ReadingView";
import { TargetField } from "./TargetField";

type Kind = NewDestination["kind"];

interface Props {
  code: LiveCode;
  zone: string;
  onAdd: (code: LiveCode) => void;
}

/** A picture or an address first; what is read from a picture fills the fields below it. */
export function DestinationFields({ code: { code, community }, zone, onAdd }: Props) {
  const t = useText();
  const [kind, setKind] = useState<Kind>("qr");
  const [chosen, setChosen] = useState(false);
  const [edited, setEdited] = useState(false);
  const picture = usePicture(community, chosen ? kind : null, (found) => {
    setKind(found.kind);
    setEdited(false);
  });
  const { reading, count, busy, refusal } = picture;
  const said = edited ? undefined : reading;

  const add = async (answer: Answer) => {
    const until = answer.text("valid_until");
    const wanted: NewDestination = {
      kind,
      target: answer.text("target"),
      capacity: kind === "person" ? 0 : answer.number("capacity"),
      platform: said?.platform ?? "",
      valid_from: 0,
      valid_until: until ? momentOf(until, zone) : 0,
      note: answer.text("note"),
    };
    onAdd(await addDestination(code, wanted));
  };
  const choose = (value: string) => {
    setKind(value as Kind);
    setChosen(true);
    setEdited(false);
  };

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
        options={[
          ["qr", t("destination.qr")],
          ["link", t("destination.link")],
          ["person", t("destination.person")],
        ]}
      />
      <TargetField
        key={`${kind} ${count}`}
        kind={kind}
        value={reading?.payload}
        onValue={(target) => setEdited(target !== reading?.payload)}
      />
      <div class="pair">
        {kind !== "person" && (
          <TextField
            name="capacity"
            type="number"
            min={1}
            max={200000}
            label={t("destination.capacity")}
            hint={t("destination.capacityHint")}
            value={200}
            required
          />
        )}
        <TextField
          key={count}
          name="valid_until"
          type="datetime-local"
          label={t("destination.validUntil", { zone })}
          hint={
            said?.valid_until ? t("picture.expiry") : kind === "qr" && t("destination.qrExpiry")
          }
          value={reading?.valid_until ? wallTime(reading.valid_until, zone) : ""}
        />
      </div>
      <TextField
        name="note"
        label={t("destination.note")}
        hint={t("destination.noteHint")}
        maxLength={200}
      />
    </Form>
  );
}
