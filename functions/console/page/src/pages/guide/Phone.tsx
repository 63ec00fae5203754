import { useEffect, useRef, useState } from "preact/hooks";

/**
 * A whole page in a frame as wide as a phone. Nothing in it can be followed, sent or run.
 *
 * The console's policy forbids styles inside of documents, so the page's own becomes a sheet.
 */
export function Phone({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (ready && html) fill(frame.current!, html);
  }, [ready, html]);
  return (
    <iframe
      ref={frame}
      class="phone"
      title={title}
      tabIndex={-1}
      sandbox="allow-same-origin"
      srcdoc="<!doctype html>"
      onLoad={() => setReady(true)}
    />
  );
}

const STYLE = /<style>(.*?)<\/style>/s;

function fill(frame: HTMLIFrameElement, html: string): void {
  const view = frame.contentWindow as Window & typeof globalThis;
  const page = new DOMParser().parseFromString(html.replace(STYLE, ""), "text/html");
  const inner = view.document;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(STYLE.exec(html)?.[1] ?? "");
  inner.adoptedStyleSheets = [sheet];
  inner.documentElement.lang = page.documentElement.lang;
  inner.body.replaceChildren(...page.body.childNodes);
  inner.body.inert = true;
}
