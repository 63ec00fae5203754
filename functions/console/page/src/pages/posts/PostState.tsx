import type { Post } from "../../api/posts";
import { useText } from "../../i18n/context";
import { Badge, type Tone } from "../../parts/Badge";

const TONES: Record<Post["status"], Tone> = {
  armed: "warm",
  dispatched: "good",
  cancelled: "plain",
};

export function PostState({ post: { status } }: { post: Post }) {
  const t = useText();
  return <Badge tone={TONES[status]}>{t(`post.${status}`)}</Badge>;
}
