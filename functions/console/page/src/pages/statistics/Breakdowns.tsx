import type { Place, Statistics } from "../../api/statistics";
import { useText } from "../../i18n/context";
import { known, type Text } from "../../i18n/text";
import { useNumbers } from "../../lib/numbers";
import { deviceName } from "../../lib/words";
import { Badge } from "../../parts/Badge";
import { Breakdown } from "./Breakdown";
import { Joins } from "./Joins";

/** What further names are counted under, together. */
const OTHERS = "…";

interface Props {
  statistics: Statistics;
}

/** Where scans came from. */
export function ChannelTable({ statistics }: Props) {
  const t = useText();
  const { count } = useNumbers();
  const { channels, total } = statistics;
  const told = total.joins !== null;
  const names: Record<string, string> = { "": t("channel.none"), [OTHERS]: t("channel.others") };
  return (
    <Breakdown
      statistics={statistics}
      of="channels"
      title={t("channel.title")}
      heads={[
        t("channel.name"),
        t("figure.scans"),
        t("figure.seats"),
        ...(told ? [t("figure.joins")] : []),
      ]}
      lines={channels.map((line) => ({
        key: line.channel,
        name: names[line.channel] ?? line.channel,
        value: line.scans,
        more: [count(line.seats), ...(told ? [<Joins key="joins" of={line} />] : [])],
      }))}
    />
  );
}

/** What was scanned with. */
export function DeviceTable({ statistics }: Props) {
  const t = useText();
  return (
    <Breakdown
      statistics={statistics}
      of="devices"
      title={t("device.title")}
      heads={[t("device.name"), t("figure.scans")]}
      lines={statistics.devices.map(({ device, scans }) => ({
        key: device,
        name: device === OTHERS ? t("channel.others") : deviceName(device, t),
        value: scans,
      }))}
    />
  );
}

/** Where visitors were led. */
export function PlaceTable({ statistics }: Props) {
  const t = useText();
  return (
    <Breakdown
      statistics={statistics}
      of="destinations"
      title={t("place.title")}
      hint={t("place.hint")}
      heads={[t("place.name"), t("figure.seats"), t("figure.joins")]}
      lines={statistics.destinations.map((place) => ({
        key: place.destination,
        name: <PlaceName place={place} t={t} />,
        value: place.seats,
        more: [<Joins key="joins" of={place} />],
      }))}
    />
  );
}

function PlaceName({ place, t }: { place: Place; t: Text }) {
  const { destination, note, target, platform, removed } = place;
  const name = platform === "other" ? undefined : known(`payload.${platform}`);
  if (destination === OTHERS) return <>{t("channel.others")}</>;
  return (
    <span class="writer">
      {note ? <span>{note}</span> : <code class="clipped">{target || destination}</code>}
      {name && <span class="hint">{t(name)}</span>}
      {removed && <Badge>{t("place.removed")}</Badge>}
    </span>
  );
}
