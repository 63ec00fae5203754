export const pictures = {
  "picture.label": "Picture of the group’s QR code",
  "picture.hint":
    "Drop a screenshot here, paste it, or choose a file. It is read on the server and not kept.",
  "picture.take": "Take a photo",
  "picture.reading": "Reading the picture…",
  "picture.done": "The QR code was read. Check what is below, then add the destination.",
  "picture.drawn": "The QR code, drawn anew",
  "picture.unsure": "This is a guess: choose below where it leads if it is wrong.",
  "picture.person":
    "This code leads to a person, not into a group: it is shown only when no group has room.",
  "picture.inUse": "The same code is in use already:",
  "picture.here": "in this live code",
  "picture.incomplete": "Not all live codes of the community were looked through.",
  "picture.expiry":
    "Proposed for a code made just now. If the picture is older, put in the day that stands below the code on it.",
  "payload.wechat": "WeChat",
  "payload.wecom": "WeCom",
  "payload.qq": "QQ",
  "payload.telegram": "Telegram",
  "payload.discord": "Discord",
  "payload.whatsapp": "WhatsApp",
  "payload.other": "Another platform",
  "payload.unknown": "Unknown text",
  "refused.no_qr":
    "No QR code was found on this picture: try a sharper, larger or straighter one, or crop it to the code.",
  "refused.several_qrs":
    "There are several QR codes on this picture: crop it to the one that is meant.",
  "refused.group": "This is a group’s QR code: choose “Group QR code” at “Where it leads”.",
  "refused.person":
    "This is a person’s QR code and leads into no group. Use the group’s own, or choose “A person” at “Where it leads”.",
  "refused.official": "This is the QR code of an official account and leads into no group.",
  "refused.program": "This QR code opens a mini program and leads into no group.",
  "refused.payment": "This is a payment code: whoever scans it pays money. Use the group’s own.",
  "refused.login": "This is a login code: whoever scans it lets somebody in. Use the group’s own.",
  "refused.picture": "This is the address of a picture: send the picture itself.",
  "refused.own": "This is the QR code of one of your own live codes: use the group’s own.",
  "refused.no_address":
    "This is no address that visitors can open: it begins with https:// or http:// and has no spaces.",
  "refused.unreadable":
    "This file cannot be read as a picture. PNG, JPEG, WebP, GIF and BMP can: save it as one of them.",
  "refused.heic": "HEIC pictures cannot be read: take a screenshot, or save the photo as JPEG.",
  "refused.too_large": "This picture is too large: crop it to the code.",
  "refused.no_group": "This is no group’s QR code: use the one that the group itself shows.",
  "refused.most_destinations":
    "This live code has 100 destinations, and no more fit. Somebody with access to the console must remove one that is over.",
  "refused.too_heavy":
    "This live code has no space for another destination of this size. Somebody with access to the console must remove one that is over.",
  "refused.in_use": "This live code leads into this group already.",
  "refused.over": "This moment is over: take a newer QR code of the group.",
  "refused.ended": "This moment is over: choose a later one, or switch the destination off.",
  "refused.unknown":
    "No destination can have such a code: it has several lines or more than 500 bytes, or is no address.",
};
