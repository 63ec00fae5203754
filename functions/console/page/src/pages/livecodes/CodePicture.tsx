import { useState } from "preact/hooks";
import { drawCode } from "../../api/codeFiles";
import { type LiveCode, qrOf } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { asUri } from "../../lib/files";
import { useMayChange } from "../../lib/session";
import { Copy } from "../../parts/Copy";
import { ChannelsForm } from "./ChannelsForm";
import { LogoField } from "./LogoField";
import { PictureForm } from "./PictureForm";
import { PosterForm } from "./PosterForm";

/** What is given out: the address as it is now, its picture, and everything made of them. */
export function CodePicture({ code }: { code: LiveCode }) {
  const t = useText();
  const mayChange = useMayChange();
  const { address } = code;
  const [logo, setLogo] = useState("");
  const [drawn, setDrawn] = useState("");

  const choose = async (chosen: string) => {
    const wanted = { form: "svg", size: 50, channel: "", logo: chosen } as const;
    setDrawn(chosen && (await drawCode(code.code, wanted).then(asUri)));
    setLogo(chosen);
  };

  return (
    <section class="card" aria-label={t("livecode.giveOut")}>
      <div class="code-picture">
        <img
          src={drawn || qrOf(code.code, address)}
          alt={t("livecode.pictureOf", { name: code.name })}
        />
        <div class="stack">
          <div class="field">
            <span class="legend">{t("livecode.address")}</span>
            <Copy value={address} label={t("livecode.address")} />
            <p class="hint">{t("livecode.channelHint", { address })}</p>
          </div>
          {mayChange && <LogoField chosen={logo !== ""} onLogo={choose} />}
        </div>
      </div>
      <details class="way">
        <summary>{t("give.picture")}</summary>
        <PictureForm code={code.code} logo={logo} />
      </details>
      {mayChange && (
        <>
          <details class="way">
            <summary>{t("give.poster")}</summary>
            <PosterForm code={code.code} logo={logo} />
          </details>
          <details class="way">
            <summary>{t("give.channels")}</summary>
            <ChannelsForm code={code.code} logo={logo} />
          </details>
        </>
      )}
    </section>
  );
}
