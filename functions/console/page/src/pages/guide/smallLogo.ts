import { asUri } from "../../lib/files";

/** Characters of the data URI that the page of a code has room for. */
const LONGEST = 12_000;
const SIDES = [144, 112, 96, 72, 48];
const QUALITIES = [0.85, 0.6, 0.4];

/**
 * A picture made so small that it fits on the page: as PNG if it fits sharp, else as JPEG on
 * white. Undefined when the file is no picture.
 */
export async function smallLogo(file: Blob): Promise<string | undefined> {
  const picture = new Image();
  picture.src = await asUri(file);
  try {
    await picture.decode();
  } catch {
    return undefined;
  }
  const forms = SIDES.flatMap((side) => [
    () => painted(picture, side).toDataURL("image/png"),
    ...QUALITIES.map(
      (quality) => () => painted(picture, side, "#ffffff").toDataURL("image/jpeg", quality),
    ),
  ]);
  return forms.map((form) => form()).find((uri) => uri.length <= LONGEST);
}

function painted(picture: HTMLImageElement, side: number, ground?: string): HTMLCanvasElement {
  const [wide, high] = [picture.naturalWidth || side, picture.naturalHeight || side];
  const scale = side / Math.max(wide, high);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(wide * scale));
  canvas.height = Math.max(1, Math.round(high * scale));
  const pen = canvas.getContext("2d")!;
  if (ground) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
