import { type CodeFile, drawCode } from "../../api/codeFiles";
import { qrOf } from "../../api/livecodes";
import { useText } from "../../i18n/context";
import { save } from "../../lib/files";
import { Form } from "../../parts/form/Form";
import type { Answer } from "../../parts/form/values";
import { ChannelField, PictureFields } from "./PictureFields";

/** Downloads the code, for one channel or for none. */
export function PictureForm({ code, logo }: { code: string; logo: string }) {
  const t = useText();
  const download = async (answer: Answer) => {
    const [form, channel] = [answer.text("form") as CodeFile["form"], answer.text("channel")];
    const picture = await drawCode(code, { form, size: answer.number("size"), channel, logo });
    save(picture, `${channel ? `${code}-${channel}` : code}.${form}`);
  };
  const open = (
    <a class="button" href={qrOf(code)} target="_blank" rel="noreferrer">
      {t("livecode.print")}
    </a>
  );
  return (
    <Form submit={t("livecode.download")} onSubmit={download} aside={!logo && open}>
      <PictureFields form="png" />
      <ChannelField />
    </Form>
  );
}
