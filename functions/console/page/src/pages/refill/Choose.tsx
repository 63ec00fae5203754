import { useText } from "../../i18n/context";

interface Props {
  busy: boolean;
  /** A picture was chosen before: the button steps back, and says so. */
  again: "" | "other" | "more";
  onPicture: (picture: File) => Promise<void>;
}

/** The one button: a phone offers its pictures and its camera. */
export function Choose({ busy, again, onPicture }: Props) {
  const t = useText();
  const taken = ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const picture = input.files?.[0];
    // The same file can be chosen again, after it was changed.
    input.value = "";
    if (picture) void onPicture(picture);
  };
  return (
    <>
      <label class={again ? "button big" : "button big primary"} aria-busy={busy}>
        {busy ? t("picture.reading") : t(again ? `refill.${again}` : "refill.choose")}
        <input type="file" accept="image/*" class="unseen" disabled={busy} onChange={taken} />
      </label>
      <span class="unseen" role="status">
        {busy ? t("picture.reading") : ""}
      </span>
    </>
  );
}
