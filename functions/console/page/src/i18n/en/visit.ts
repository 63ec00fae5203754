export const visit = {
  "visit.title": "What visitors see",
  "visit.lead":
    "The page with a group’s QR code says how to join. It is one small page without script, in Chinese or English as the visitor’s phone asks.",
  "visit.steps": "Steps to join",
  "visit.stepsHint":
    "A line for each, up to 6. Left empty, Hearth writes those for the app that the page is seen in.",
  "visit.rules": "Rules of the group",
  "visit.rulesHint": "A line for each, up to 3.",
  "visit.ownColour": "Use a colour of your own",
  "visit.colour": "Colour",
  "visit.logo": "Logo",
  "visit.logoHint": "Stands beside the name. It is made small in this browser.",
  "visit.removeLogo": "Remove the logo",
  "visit.noPicture": "This file is no picture that this browser can show.",
  "visit.forLinks":
    "Show invite links on the page too, with a button, and do not follow them at once",
  "visit.save": "Save the page",
  "visit.tooMuch": "At most {most} lines of {longest} characters.",
  "visit.preview": "The page as visitors see it",
  "visit.scene": "Who looks",
  "visit.scene.wechat": "Group’s QR code, in WeChat",
  "visit.scene.browser": "Group’s QR code, in a phone’s browser",
  "visit.scene.desktop": "Group’s QR code, on a computer",
  "visit.scene.link": "Invite link",
  "visit.scene.person": "A person who helps",
  "visit.scene.full": "No group has room",
  "visit.language": "Language",
};
