export const contacts = {
  "contact.titleOf": "Waiting list of {code}",
  "contact.lead":
    "People who left an address because no group had room. Nobody is written to by itself. An address is kept for a year, or until you erase it.",
  "contact.none": "Nobody waits",
  "contact.noneWhy":
    "When all groups of a live code are full, its page offers to leave an address.",
  "contact.waiting": "People who left an address because no group had room: {count}.",
  "contact.look": "See the waiting list",
  "contact.back": "To the live code",
  "contact.export": "Take the list along (CSV)",
  "contact.channel": "from {channel}",
  "contact.person": "invited by {person}",
  "contact.agreed": "What was agreed to",
  "contact.until": "Kept until ",
  "contact.erase": "Erase",
  "contact.eraseSure": "Erase {address}? This cannot be taken back.",
  "nav.waiting": "Waiting list",
};
