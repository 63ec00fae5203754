/** Secrets of one's own choice, for which Hearth can make one up. */
const FREE = new Set(["onebot.secret", "telegram.secret_token"]);

export const isFree = (platform: string, secret: string): boolean =>
  FREE.has(`${platform}.${secret}`);

/** A secret that nobody guesses, of characters that every platform takes. */
export function inventSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
