import { useState } from "preact/hooks";
import { type Reading, readPicture } from "../../api/pictures";
import { useText } from "../../i18n/context";
import { explain } from "../../lib/explain";
import { sendable } from "../../lib/sendable";

type Kind = Reading["kind"];

interface Last {
  /** How many pictures changed what the form is filled with. */
  count: number;
  reading?: Reading;
}

/** Reads pictures one at a time; `kind` is what they are to become, when that was chosen. */
export function usePicture(
  community: string,
  kind: Kind | null,
  onRead: (reading: Reading) => void,
) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  const [last, setLast] = useState<Last>({ count: 0 });

  const read = async (picture: Blob) => {
    if (busy) return;
    setBusy(true);
    setRefusal("");
    try {
      const reading = await readPicture(community, await sendable(picture), kind);
      setLast({ count: last.count + 1, reading });
      onRead(reading);
    } catch (error) {
      setRefusal(explain(error, t));
      // What stands in the form must not be of a picture that was sent before.
      if (last.reading) setLast({ count: last.count + 1 });
    } finally {
      setBusy(false);
    }
  };
  return { ...last, busy, refusal, read };
}
