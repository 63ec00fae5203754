import { Alert } from "../../parts/Alert";
import { Copy } from "../../parts/Copy";

interface Props {
  title: string;
  label: string;
  value: string;
}

/** A link or key that cannot be had again. */
export function ShownOnce({ title, label, value }: Props) {
  return (
    <Alert kind="note">
      <p>{title}</p>
      <Copy key={value} value={value} label={label} />
    </Alert>
  );
}
