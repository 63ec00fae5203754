import { useEffect, useState } from "preact/hooks";
import { drawPoster, type PosterFile } from "../../api/codeFiles";
import { useText } from "../../i18n/context";
import { asUri, save } from "../../lib/files";
import { drawn as pixelsOf } from "../../lib/pixels";
import { Doing } from "../../parts/Doing";

export interface Drawn {
  wanted: PosterFile;
  /** As SVG. */
  picture: Blob;
}

/** Pixels of a template: A4 at 300 an inch, a telephone's screen as it is. */
const PIXELS = { a4: [2480, 3508], phone: [1080, 1920] } as const;

/** A poster as it will look, and the files that it can be taken along as. */
export function PosterPreview({ code, drawn }: { code: string; drawn: Drawn }) {
  const t = useText();
  const { wanted, picture } = drawn;
  const name = `${code}-${wanted.channel || "poster"}`;
  const [shown, setShown] = useState("");
  useEffect(() => void asUri(picture).then(setShown), [picture]);

  const asPng = async () => {
    const [width, height] = PIXELS[wanted.template];
    save(await pixelsOf(picture, width, height), `${name}.png`);
  };
  const asPdf = async () => save(await drawPoster(code, { ...wanted, form: "pdf" }), `${name}.pdf`);
  const asSvg = () => Promise.resolve(save(picture, `${name}.svg`));

  return (
    <div class="stack" role="group" aria-label={t("give.preview")}>
      {shown && <img class={`poster ${wanted.template}`} src={shown} alt={t("give.preview")} />}
      <div class="actions">
        <Doing label={t("give.asPng")} act={asPng} />
        <Doing label={t("give.asPdf")} act={asPdf} />
        <Doing label={t("give.asSvg")} act={asSvg} />
        {wanted.template === "a4" && (
          <button type="button" class="button" onClick={() => window.print()}>
            {t("give.print")}
          </button>
        )}
      </div>
      <p class="hint">{t("give.fontsHint")}</p>
    </div>
  );
}
