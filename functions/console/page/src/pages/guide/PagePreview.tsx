import { useEffect, useState } from "preact/hooks";
import { type Guide, type PageWanted, showPage } from "../../api/guides";
import { useSpeech } from "../../i18n/context";
import { explain } from "../../lib/explain";
import { Alert } from "../../parts/Alert";
import { SelectField } from "../../parts/form/inputs";
import { Phone } from "./Phone";

const WAIT_MS = 300;
const SCENES = {
  wechat: { shown: "qr", device: "wechat" },
  browser: { shown: "qr", device: "browser" },
  desktop: { shown: "qr", device: "desktop" },
  link: { shown: "link", device: "browser" },
  person: { shown: "person", device: "wechat" },
  full: { shown: "full", device: "wechat" },
} as const satisfies Record<string, Pick<PageWanted, "shown" | "device">>;
type Scene = keyof typeof SCENES;

/** The page as visitors will see it, a moment after something was typed. */
export function PagePreview({ code, guide }: { code: string; guide: Guide }) {
  const { t, language: own } = useSpeech();
  const [scene, setScene] = useState<Scene>("wechat");
  const [language, setLanguage] = useState<"zh" | "en">(own);
  const [html, setHtml] = useState("");
  const [failure, setFailure] = useState("");
  const wanted: PageWanted = { guide, language, ...SCENES[scene] };

  useEffect(() => {
    let asked = true;
    const shown = (page: string) => {
      if (!asked) return;
      setHtml(page);
      setFailure("");
    };
    const ask = () =>
      showPage(code, wanted).then(shown, (error) => asked && setFailure(explain(error, t)));
    const timer = setTimeout(() => void ask(), html ? WAIT_MS : 0);
    return () => {
      asked = false;
      clearTimeout(timer);
    };
  }, [code, JSON.stringify(wanted)]);

  return (
    <div class="stack preview">
      <div class="pair">
        <SelectField
          name="scene"
          label={t("visit.scene")}
          value={scene}
          onValue={(value) => setScene(value as Scene)}
          options={(Object.keys(SCENES) as Scene[]).map((it) => [it, t(`visit.scene.${it}`)])}
        />
        <SelectField
          name="language"
          label={t("visit.language")}
          value={language}
          onValue={(value) => setLanguage(value as "zh" | "en")}
          options={[
            ["zh", t("language.zh")],
            ["en", t("language.en")],
          ]}
        />
      </div>
      {failure && <Alert kind="bad">{failure}</Alert>}
      <Phone html={html} title={t("visit.preview")} />
    </div>
  );
}
