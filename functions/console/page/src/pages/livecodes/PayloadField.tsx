import { useRef, useState } from "preact/hooks";
import { useText } from "../../i18n/context";
import { readQr } from "../../lib/readQr";
import { Field } from "../../parts/form/Field";

/** What a group's QR code says: typed, or read from a picture of it on this very machine. */
export function PayloadField() {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const read = async (picture: File) => {
    setTold(t("destination.reading"));
    const says = await readQr(picture);
    if (says) input.current!.value = says;
    setTold(t(says ? "destination.read" : "destination.unreadable"));
  };
  return (
    <>
      <Field
        name="picture"
        label={t("destination.fromPicture")}
        hint={t("destination.fromPictureHint")}
      >
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="file"
            accept="image/*"
            onChange={({ currentTarget: { files } }) => files?.[0] && void read(files[0])}
          />
        )}
      </Field>
      <p class="hint" role="status">
        {told}
      </p>
      <Field
        name="target"
        label={t("destination.payload")}
        hint={t("destination.payloadHint")}
        required
      >
        {(wiring) => <input {...wiring} ref={input} class="input code" maxLength={2000} required />}
      </Field>
    </>
  );
}
