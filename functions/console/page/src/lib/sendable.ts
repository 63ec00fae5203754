import { ApiError } from "../api/client";
import { asUri } from "./files";

const LARGEST_SIDE = 2400;
const LARGEST_SENT = 1_500_000;
/** Characters of base64 that the API takes. */
const LONGEST_SENT = 5_333_336;
const UNDERSTOOD = new Set(["image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"]);

/**
 * A picture in base64, as the API takes it. Photos are made smaller, and formats that only this
 * browser knows become JPEG; what it cannot open is sent as it is, for the API to say why.
 */
export async function sendable(picture: Blob): Promise<string> {
  const fits = UNDERSTOOD.has(picture.type) && picture.size <= LARGEST_SENT;
  const sent = fits ? picture : await smaller(picture).catch(() => picture);
  const content = (await asUri(sent)).replace(/^[^,]*,/, "");
  if (!content) throw refused("unreadable");
  if (content.length > LONGEST_SENT) throw refused("too_large");
  return content;
}

/** What the API would refuse without a word of its own is refused here, in its words. */
const refused = (reason: string) => new ApiError(422, "", {}, undefined, reason);

async function smaller(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.ceil(bitmap.width * scale),
    Math.ceil(bitmap.height * scale),
  );
  const brush = canvas.getContext("2d")!;
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
}
