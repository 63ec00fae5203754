const LARGEST_SIDE = 1600;

/**
 * What the QR code on a picture says; undefined when there is none to be found, or when the file
 * is no picture. Nothing leaves the browser. The reader is fetched when it is needed first.
 */
export async function readQr(picture: Blob): Promise<string | undefined> {
  const pixels = await pixelsOf(picture).catch(() => undefined);
  if (!pixels) return undefined;
  const { default: jsQr } = await import("jsqr");
  return jsQr(pixels.data, pixels.width, pixels.height)?.data || undefined;
}

async function pixelsOf(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale)];
  const brush = new OffscreenCanvas(width, height).getContext("2d")!;
  brush.drawImage(bitmap, 0, 0, width, height);
  return brush.getImageData(0, 0, width, height);
}
