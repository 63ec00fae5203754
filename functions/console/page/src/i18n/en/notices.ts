export const notices = {
  "nav.todo": "To do",
  "nav.todoEverywhere": "Installation to-dos",
  "notice.openCount": "{count} open",
  "notice.manyOpen": "99+ open",
  "notice.lead": "What somebody must know or do. Each matter is told once, here and by mail.",
  "notice.leadEverywhere":
    "What concerns the whole installation. What concerns one community is in its own list.",
  "notice.state": "Show",
  "notice.open": "not yet dealt with",
  "notice.all": "all, for a year",
  "notice.none": "Nothing to do",
  "notice.noneWhy": "Codes that fill up or expire, and tasks for you, will appear here.",
  "notice.task": "task",
  "notice.urgency.info": "note",
  "notice.urgency.warning": "warning",
  "notice.urgency.alarm": "alarm",
  "notice.look": "Look at it",
  "notice.finish": "Done",
  "notice.doneBy": "dealt with by {who}",
  "notice.itself": "Hearth",
  "notice.untold": "no mail went out yet",
  "notice.unknownTime": "not known yet",
  "forecast.in": "in about {span} at this rate, {moment}",
  "forecast.now": "it is full now",
  "forecast.far": "not within 30 days at this rate",
  "forecast.minutes": "{count} min",
  "forecast.hours": "{count} h",
  "forecast.days": "{count} days",
  "notice.ownAddress": "the suite’s own address",
  "notice.livecode-expiring":
    "“{destination}” of “{name}” expires in {hours} hours, on {expires_at}. Renew it before then.",
  "notice.livecode-filling":
    "“{name}” is {percent} % full: {left} of {seats} seats are left. Expected to be full: {full_at}.",
  "notice.livecode-full":
    "No group of “{name}” has room: all {seats} seats are taken or closed. {shown} Add a destination now.",
  "notice.shown.person": "Visitors are shown the person who helps.",
  "notice.shown.nobody": "Visitors are led nowhere.",
  "notice.livecode-next-group":
    "Please make the group “{group}” by hand and add it to “{name}”: {left} seats are left. Expected to be full: {full_at}.",
  "notice.domain-blocked":
    "{domain} does not lead to Hearth any more: {why}. Live codes are given out under another address now: {instead}.",
};
