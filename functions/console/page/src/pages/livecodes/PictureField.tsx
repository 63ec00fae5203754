import { useEffect, useId, useState } from "preact/hooks";
import { useText } from "../../i18n/context";

interface Props {
  busy: boolean;
  onPicture: (picture: File) => void;
}

const pictureIn = (files: DataTransfer | null): File | undefined =>
  [...(files?.files ?? [])].find(({ type }) => type.startsWith("image/"));

/** Takes a picture that is dropped here, chosen, taken, or pasted anywhere on the page. */
export function PictureField({ busy, onPicture }: Props) {
  const t = useText();
  const id = useId();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const picture = pictureIn(event.clipboardData);
      if (!picture) return;
      event.preventDefault();
      onPicture(picture);
    };
    document.addEventListener("paste", pasted);
    return () => document.removeEventListener("paste", pasted);
  }, [onPicture]);

  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const picture = pictureIn(event.dataTransfer);
    if (picture) onPicture(picture);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const taken = ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const picture = input.files?.[0];
    // The same file can be chosen again, after it was changed.
    input.value = "";
    if (picture) onPicture(picture);
  };
  const common = { type: "file", accept: "image/*", disabled: busy, onChange: taken } as const;

  return (
    <div
      class={over ? "drop over" : "drop"}
      aria-busy={busy}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <div class="field">
        <label htmlFor={id}>{t("picture.label")}</label>
        <input {...common} id={id} class="input" aria-describedby={`${id}-hint`} />
        <p class="hint" id={`${id}-hint`}>
          {t("picture.hint")}
        </p>
      </div>
      <label class="button by-camera">
        {t("picture.take")}
        <input {...common} class="unseen" capture="environment" />
      </label>
    </div>
  );
}
