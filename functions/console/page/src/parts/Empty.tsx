import type { ComponentChildren } from "preact";

interface Props {
  title: string;
  children: ComponentChildren;
  action?: ComponentChildren;
}

/** Says why a list is empty and what to do next. */
export function Empty({ title, children, action }: Props) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
