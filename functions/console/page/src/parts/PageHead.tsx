import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hasMoved } from "../lib/router";
import { Link } from "./Link";

interface Props {
  title: string;
  /** Where the page hangs: address and words. */
  back?: readonly [to: string, label: string];
  lead?: ComponentChildren;
  action?: ComponentChildren;
}

/** Title of a page; takes the focus so that a screen reader notices that another page came. */
export function PageHead({ title, back, lead, action }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Hearth`;
  }, [title]);
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header class="page-head">
      {back && (
        <Link to={back[0]} class="back">
          {back[1]}
        </Link>
      )}
      <div class="page-title">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {action && <div class="actions">{action}</div>}
      </div>
      {lead && <div class="lead">{lead}</div>}
    </header>
  );
}
