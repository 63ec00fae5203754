import type { ComponentChildren } from "preact";

interface Props {
  kind: "good" | "bad" | "note";
  children: ComponentChildren;
}

export function Alert({ kind, children }: Props) {
  return (
    <div class={`alert ${kind}`} role={kind === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}
