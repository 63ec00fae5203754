const UPDATES = JSON.stringify([
  "message",
  "edited_message",
  "chat_member",
  "my_chat_member",
  "chat_join_request",
  "message_reaction",
]);

/** The address that registers a callback at Telegram; its two secrets are filled in by hand. */
export function telegramWebhook(callback: string): string {
  const settings = [
    `url=${encodeURIComponent(callback)}`,
    "secret_token=SECRET_TOKEN",
    `allowed_updates=${encodeURIComponent(UPDATES)}`,
  ];
  return `https://api.telegram.org/botBOT_TOKEN/setWebhook?${settings.join("&")}`;
}
