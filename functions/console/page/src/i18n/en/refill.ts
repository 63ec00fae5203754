export const refill = {
  "refill.title": "Next group’s QR code",
  "refill.choose": "Choose the screenshot",
  "refill.other": "Choose another picture",
  "refill.more": "Add one more group",
  "refill.use": "Use it",
  "refill.done":
    "Done: visitors are led into this group too, as soon as the others are full. If there are enough seats now, warnings of this code under “To do” close by themselves in about a minute.",
  "refill.group": "group",
  "refill.fullAt": "Expected to be full: ",
  "refill.expiresAt": "The first group’s code expires: ",
  "refill.capacityHint": "As many as the last group has.",
  "refill.here":
    "This live code leads into this group already. Choose the QR code of another group.",
  "refill.elsewhere": "Another live code of the community leads into this group too.",
  "refill.what":
    "In the group, open its QR code and take a screenshot. The picture is read and not kept.",
  "refill.over":
    "This link does not work (any more): links end after 7 days, or when they are revoked. Ask for a new one: in the console, on the page of the live code.",
  "refill.moved":
    "Somebody was quicker: this live code was changed at the same time, and this group was not added. Above you see how full it is now. If this group is needed too, tap again.",
  "refill.gone": "The live code of this link does not exist any more.",
  "refill.lead":
    "A link for a colleague’s phone: whoever has it adds groups to this live code for 7 days, without a login, and can do nothing else. Mails about this code carry one too.",
  "refill.link": "Refill link",
  "refill.until": "Works until ",
  "refill.make": "Copy the refill link for a colleague’s phone",
  "refill.revoke": "Revoke all links",
  "refill.revokeSure": "Let no link for this live code work any more, those in mails too?",
  "refill.revoked": "No link that was made up to now works any more.",
};
