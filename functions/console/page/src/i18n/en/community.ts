export const community = {
  "community.new": "New community",
  "community.create": "Create community",
  "community.empty": "No community yet",
  "community.emptyNext":
    "A community is what you run: it owns groups, rules, live codes and posts. Create the first one, then enter the account of a bot.",
  "community.what": "A community owns groups, rules, live codes and posts. Groups are added later.",
  "community.name": "Name",
  "community.language": "Language of its members",
  "community.zone": "Time zone",
  "community.goal": "Goal",
  "community.goalHint":
    "What you want members to do in the end, for example “places a first order”.",
  "community.goalIs": "Goal: {goal}",
  "language.zh": "Chinese",
  "language.en": "English",
};
