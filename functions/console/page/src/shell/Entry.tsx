import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useText } from "../i18n/context";
import { Brand } from "./Brand";
import { LanguageSwitch } from "./LanguageSwitch";

/** The frame around pages for people who are not logged in. */
export function Entry({ title, children }: { title: string; children: ComponentChildren }) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} · Hearth`;
  }, [title]);
  return (
    <main class="entry">
      <Brand />
      <div class="card">
        <h1>{title}</h1>
        {children}
      </div>
      <div class="entry-foot">
        <span>{t("login.motto")}</span>
        <LanguageSwitch />
      </div>
    </main>
  );
}
