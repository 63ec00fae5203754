import { ApiError } from "../../api/client";
import { type ChannelFiles, drawChannels } from "../../api/codeFiles";
import { useText } from "../../i18n/context";
import { save } from "../../lib/files";
import { Form } from "../../parts/form/Form";
import { AreaField } from "../../parts/form/inputs";
import type { Answer } from "../../parts/form/values";
import { badChannel, channelsIn, MOST_CHANNELS } from "./channelLines";
import { PictureFields } from "./PictureFields";

/** Downloads an archive with a code for each channel. */
export function ChannelsForm({ code, logo }: { code: string; logo: string }) {
  const t = useText();
  const download = async (answer: Answer) => {
    const channels = channelsIn(answer.raw("channels"));
    if (channels.length > MOST_CHANNELS) {
      const told = t("give.tooMany", { count: channels.length, most: MOST_CHANNELS });
      throw new ApiError(422, told, { channels: told });
    }
    const channel = badChannel(channels);
    if (channel !== undefined) {
      const told = t("give.badChannel", { channel });
      throw new ApiError(422, told, { channels: told });
    }
    const form = answer.text("form") as ChannelFiles["form"];
    const wanted = { channels, form, size: answer.number("size"), logo };
    save(await drawChannels(code, wanted), `${code}-channels.zip`);
  };
  return (
    <Form submit={t("give.downloadChannels")} onSubmit={download}>
      <AreaField
        name="channels"
        label={t("give.channelLines")}
        hint={t("give.channelLinesHint")}
        rows={6}
        required
        code
      />
      <PictureFields form="png" />
    </Form>
  );
}
