export const people = {
  "login.title": "Log in",
  "login.name": "Name",
  "login.password": "Password",
  "login.submit": "Log in",
  "login.wrong": "Name or password is not right.",
  "login.link": "Logging in by one-time link…",
  "login.linkUsed":
    "This link has been used or is too old. Ask for a new one, or log in with your password.",
  "login.motto": "Keeps the fire of your groups burning.",
  "login.out": "Log out",
  "role.viewer": "Viewer",
  "role.operator": "Operator",
  "role.owner": "Owner",
  "me.lead": "Choosing a new password logs you out everywhere else.",
  "me.choose": "You came in by a one-time link and have no password yet.",
  "me.chooseNow": "Choose one now",
  "me.current": "Current password",
  "me.password": "New password",
  "me.passwordHint":
    "At least 12 characters. A few unrelated words are easy to remember and hard to guess.",
  "me.submit": "Change password",
  "me.saved": "Your new password is set.",
};
