export const accounts = {
  "account.what":
    "An account is a bot or app on a chat platform. Its callbacks bring the events of its groups.",
  "account.new": "New account",
  "account.newLead": "Fill in this form, and follow the steps on the platform’s side.",
  "account.create": "Create account",
  "account.empty": "No account yet",
  "account.emptyNext":
    "Enter the bot that is in your groups. Its groups then show up under “New groups” as soon as somebody speaks. Owners can do this.",
  "account.platform": "Platform",
  "account.name": "Name",
  "account.key": "Short name in the address",
  "account.keyHint": "Becomes part of the callback address: a–z, 0–9 and -, for example “shop”.",
  "account.change": "Change name or secrets",
  "account.changeLead": "Secrets cannot be read here. What you leave empty stays as it is.",
  "account.remove": "Remove account",
  "account.removeSure": "Remove “{name}” with its secrets? Its callbacks are refused from then on.",
  "secret.isSet": "is set",
  "secret.invent": "Make one up",
  "secret.feishu.verification_token": "Verification Token",
  "secret.feishu.verification_token.hint": "From step 2.",
  "secret.feishu.encrypt_key": "Encrypt Key",
  "secret.feishu.encrypt_key.hint":
    "From step 2. Without it every callback is refused, unless you accept plain ones below.",
  "secret.feishu.app_id": "App ID",
  "secret.feishu.app_id.hint":
    "From the app’s credentials, begins with “cli_”. If set, callbacks of other apps are refused.",
  "secret.feishu.plain": "Accept unsigned callbacks",
  "secret.feishu.plain.hint":
    "“yes” if the app has no Encrypt Key: then only the token proves who sends them. Better leave it empty.",
  "secret.feishu.replay_seconds": "Greatest age of a callback, in seconds",
  "secret.feishu.replay_seconds.hint":
    "Older ones are refused, for example 600. 0 or empty for no limit.",
  "secret.official.token": "Token",
  "secret.official.token.hint": "From step 2: your own choice of 3–32 letters and digits.",
  "secret.official.app_id": "AppID",
  "secret.official.app_id.hint": "From step 1, begins with “wx”.",
  "secret.official.encoding_aes_key": "EncodingAESKey",
  "secret.official.encoding_aes_key.hint":
    "From step 2: 43 characters. Needed unless messages come unencrypted.",
  "secret.official.plain": "Accept unencrypted messages",
  "secret.official.plain.hint":
    "“yes” or “no”, which is the default. With “yes”, whoever sees one address that WeChat called can send messages of his own.",
  "secret.official.replay_seconds": "Greatest age of a callback, in seconds",
  "secret.official.replay_seconds.hint":
    "Older ones are refused, for example after 600. 0 or empty accepts any.",
  "secret.official.app_secret": "AppSecret",
  "secret.official.app_secret.hint": "Not used yet: Hearth only listens. Leave it empty.",
  "secret.onebot.secret": "Secret for event reports",
  "secret.onebot.secret.hint":
    "The same as in step 1: proves that reports come from your QQ client.",
  "secret.onebot.api_base": "Address of its HTTP server",
  "secret.onebot.api_base.hint": "From step 2, for example http://203.0.113.5:3000",
  "secret.onebot.access_token": "Token of its HTTP server",
  "secret.onebot.access_token.hint": "From step 2, if you set one there. Strongly advised.",
  "secret.qq.secret": "AppSecret",
  "secret.qq.secret.hint": "From step 1: proves that callbacks come from QQ.",
  "secret.qq.app_id": "AppID",
  "secret.qq.app_id.hint": "From step 1, digits. Callbacks for any other bot are then refused.",
  "secret.qq.replay_seconds": "Seconds a callback may be late",
  "secret.qq.replay_seconds.hint":
    "Older callbacks are refused, for example after 300 seconds. Empty: of any age.",
  "secret.telegram.bot_token": "Bot token",
  "secret.telegram.bot_token.hint": "As BotFather gave it: digits, a colon, letters.",
  "secret.telegram.secret_token": "Secret token",
  "secret.telegram.secret_token.hint":
    "Your own choice: letters, digits, _ and -. Keep a copy for step 4.",
  "secret.telegram.api_base": "Address of the Bot API",
  "secret.telegram.api_base.hint": "Only if you run a Bot API server or relay of your own.",
  "secret.slack.signing_secret": "Signing secret",
  "secret.slack.signing_secret.hint": "From step 1: proves that callbacks come from Slack.",
  "secret.slack.team_id": "Workspace",
  "secret.slack.team_id.hint":
    "Its id, begins with “T”. Only if the app is used in several workspaces: those of others are refused.",
  "secret.slack.replay_seconds": "Greatest age of a callback, in seconds",
  "secret.slack.replay_seconds.hint": "Empty for 300, as Slack advises; 0 accepts any.",
  "secret.wecom.receive_id": "CorpID",
  "secret.wecom.receive_id.hint":
    "WeCom admin console › My company › Company ID, begins with “ww”.",
  "secret.wecom.token": "Token",
  "secret.wecom.token.hint": "From step 2.",
  "secret.wecom.encoding_aes_key": "EncodingAESKey",
  "secret.wecom.encoding_aes_key.hint": "From step 2: 43 characters.",
  "secret.wecom.corpsecret": "Secret of the app",
  "secret.wecom.corpsecret.hint":
    "From step 5. Without it Hearth only listens: it opens no ways in and knows less of joins.",
  "secret.wecom.api_base": "Address of the WeCom API",
  "secret.wecom.api_base.hint": "Only if you run a relay with a fixed address of its own.",
};
