import { useEffect, useRef, useState } from "preact/hooks";
import { changeLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { explain } from "../../lib/explain";
import { Alert } from "../../parts/Alert";
import { moved } from "./places";

interface Props {
  code: LiveCode;
  id: string;
  onChange: (code: LiveCode) => void;
}

/** Lets a destination be filled earlier or later, where they are filled one after the other. */
export function MoveDestination({ code, id, onChange }: Props) {
  const t = useText();
  const ids = code.destinations.map((one) => one.id);
  const place = ids.indexOf(id);
  const { buttons, keep } = useKeptFocus(place);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState("");
  const busy = useRef(false);

  const move = async (by: -1 | 1) => {
    if (busy.current) return;
    busy.current = true;
    setFailure("");
    try {
      onChange(await changeLiveCode(code.code, { destinations: moved(ids, place, by) }));
      keep(by);
      setSaid(t("destination.moved", { place: place + by + 1, count: ids.length }));
    } catch (error) {
      setFailure(explain(error, t));
    } finally {
      busy.current = false;
    }
  };

  if (ids.length < 2 || code.order !== "ordered") return null;
  return (
    <>
      {place > 0 && (
        <button type="button" class="button" ref={buttons.up} onClick={() => void move(-1)}>
          {t("destination.up")}
        </button>
      )}
      {place < ids.length - 1 && (
        <button type="button" class="button" ref={buttons.down} onClick={() => void move(1)}>
          {t("destination.down")}
        </button>
      )}
      <span class="unseen" role="status">
        {said}
      </span>
      {failure && <Alert kind="bad">{failure}</Alert>}
    </>
  );
}

/** Browsers forget where the keyboard is when what has it moves: it stays with the destination. */
function useKeptFocus(place: number) {
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef(0);
  useEffect(() => {
    const [same, other] = pressed.current < 0 ? [up, down] : [down, up];
    if (pressed.current) (same.current ?? other.current)?.focus();
    pressed.current = 0;
  }, [place]);
  return { buttons: { up, down }, keep: (by: number) => void (pressed.current = by) };
}
