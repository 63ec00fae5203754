import { useSpeech } from "../i18n/context";
import { tag } from "../i18n/language";

export function LanguageSwitch() {
  const { language, t, choose } = useSpeech();
  const other = language === "en" ? "zh" : "en";
  return (
    <button type="button" class="plain-button" lang={tag(other)} onClick={() => choose(other)}>
      {t("nav.language")}
    </button>
  );
}
