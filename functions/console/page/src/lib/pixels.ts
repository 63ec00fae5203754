import { asUri } from "./files";

const LOGO_SIDES = [600, 400, 250];
const LONGEST_LOGO = 400_000;

/** A picture as pixels; letters in it are drawn with the fonts of this machine. */
export async function drawn(picture: Blob, width: number, height: number): Promise<Blob> {
  const canvas = painted(await opened(picture), width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((pixels) => (pixels ? resolve(pixels) : reject(new Error("no pixels")))),
  );
}

/**
 * Any picture that this browser can show as a PNG data URI that is small enough to be sent;
 * undefined when the file is no picture.
 */
export async function asLogo(file: Blob): Promise<string | undefined> {
  const picture = await opened(file).catch(() => undefined);
  if (!picture) return undefined;
  const [wide, high] = [picture.naturalWidth || 300, picture.naturalHeight || 300];
  const longest = Math.max(wide, high);
  const sizes = LOGO_SIDES.map((side) => side / longest).map((scale) =>
    painted(picture, Math.ceil(wide * scale), Math.ceil(high * scale)).toDataURL("image/png"),
  );
  return sizes.find((uri) => uri.length <= LONGEST_LOGO) ?? sizes.at(-1);
}

async function opened(picture: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = await asUri(picture);
  await image.decode();
  return image;
}

function painted(picture: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")!.drawImage(picture, 0, 0, width, height);
  return canvas;
}
