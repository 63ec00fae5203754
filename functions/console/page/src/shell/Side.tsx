import { useEffect, useState } from "preact/hooks";
import { useText } from "../i18n/context";
import { useHere } from "../lib/router";
import { Brand } from "./Brand";
import { Nav } from "./Nav";
import { Person } from "./Person";

export function Side() {
  const t = useText();
  const at = useHere();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [at]);
  return (
    <header class={open ? "side open" : "side"}>
      <div class="brand-bar">
        <Brand />
        <button
          type="button"
          class="button small menu-button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t("nav.menu")}
        </button>
      </div>
      <Nav at={at} />
      <Person />
    </header>
  );
}
