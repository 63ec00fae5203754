import type { ComponentChildren } from "preact";
import { addressOf, navigate } from "../lib/router";

interface Props {
  to: string;
  children: ComponentChildren;
  class?: string;
  current?: boolean;
}

const opensElsewhere = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** A link inside the console: changes the address without loading the page again. */
export function Link({ to, children, class: name, current = false }: Props) {
  const follow = (event: MouseEvent) => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={addressOf(to)}
      class={name}
      aria-current={current ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
