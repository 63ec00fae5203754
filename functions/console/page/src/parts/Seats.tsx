import { useText } from "../i18n/context";

/** How many seats are taken and left, as a bar and in words. */
export function Seats({ taken, seats }: { taken: number; seats: number }) {
  const t = useText();
  if (seats === 0) return <p class="hint">{t("livecode.noSeats")}</p>;
  const words = t("livecode.seats", { taken, left: Math.max(0, seats - taken), seats });
  return (
    <div class="seats">
      <meter class="meter" min={0} max={seats} value={taken} aria-label={words} />
      <span class="hint">{words}</span>
    </div>
  );
}
