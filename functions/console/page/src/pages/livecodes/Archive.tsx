import { changeLiveCode, type LiveCode } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { Confirm } from "../../parts/Confirm";

interface Props {
  code: LiveCode;
  onChange: (code: LiveCode) => void;
}

/** Puts a code away that is given out no more, and takes it back. */
export function Archive({ code: { code, archived }, onChange }: Props) {
  const t = useText();
  const move = async () => onChange(await changeLiveCode(code, { archived: !archived }));
  return archived ? (
    <Confirm
      key="restore"
      label={t("livecode.restore")}
      question={t("livecode.restoreSure")}
      onYes={move}
    />
  ) : (
    <Confirm
      key="archive"
      label={t("livecode.archive")}
      question={t("livecode.archiveSure")}
      onYes={move}
    />
  );
}
