export const groups = {
  comma: ", ",
  "group.findNew": "New groups",
  "group.empty": "No groups in this community yet",
  "group.emptyNext":
    "Let your bot join a group and say something there. The group then shows up under “New groups”, where you give it to this community.",
  "group.unassignedLead": "Groups your bots are in that belong to no community yet. No rules act there.",
  "group.noneUnassigned": "No new groups",
  "group.noneUnassignedNext":
    "A group shows up here as soon as its first callback arrives: enter an account, let its bot join the group, and say something there.",
  "group.needsCommunity": "These groups need a community they can belong to.",
  "group.assign": "Give to this community",
  "group.name": "Name",
  "group.community": "Community",
  "group.can": "Hearth can {what}",
  "group.cannot": "Hearth can only watch here",
  "can.post": "post",
  "can.delete": "delete",
  "can.mute": "mute",
  "can.kick": "remove members",
};
