export const ways = {
  "way.title": "The next way into a group",
  "way.lead":
    "A bot can open a way of its own for this code. Whoever joins by it is told apart from everybody else.",
  "way.open": "Let the bot open a way",
  "way.order": "Open the way",
  "way.leave": "Leave it as a task",
  "way.group": "Into the group",
  "way.noGroups": "This community has no groups yet.",
  "way.byHand":
    "{platform} lets no bot do this. Make the group that follows “{group}” by hand in its app, and add its QR code or link as a destination. You can leave that as a task under “To do”.",
  "way.seats": "Most who may come by it",
  "way.seatsWecom": "When the group is full, WeCom creates the next one by itself.",
  "way.until": "Works until ({zone})",
  "way.untilHint": "Left empty, it does not expire.",
  "way.channel": "Given out where",
  "way.channelHint":
    "Becomes part of the way’s name, for example “poster”. Only letters a–z, digits and - are kept.",
  "way.taskLeft": "The task is under “To do”.",
  "way.ordered":
    "The way {way} is ordered. It becomes a destination when the platform has opened it.",
  "way.there": "The way {way} is open: it is the last of the destinations.",
};
