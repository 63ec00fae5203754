export const domains = {
  "refused.no_domain":
    "This is no domain: enter it without path, port or login, such as go.example.org.",
  "refused.no_https": "A domain is reached by https: enter it as https://go.example.org.",
  "nav.domains": "Domains",
  "domain.lead":
    "Under which domains live codes are given out. The first that is in use stands in all addresses and pictures; one that is blocked is replaced everywhere at once.",
  "domain.none": "No domain of your own yet",
  "domain.noneWhy":
    "Live codes are given out under the address of this console. Chat apps block links now and then: with several domains another takes over at once.",
  "domain.noneHealthy":
    "None of these is in use: live codes are given out under the address of this console.",
  "domain.name": "Domain",
  "domain.nameHint":
    "For example https://go.example.org. It must lead to this suite already: see “Your own domains” in the operations guide.",
  "domain.new": "Add a domain",
  "domain.create": "Check and add",
  "domain.enteredOff": "{host} was added, but is not in use: {why}.",
  "domain.ok": "in use",
  "domain.blocked": "blocked",
  "domain.off": "off",
  "domain.chosen": "given out",
  "domain.since": "since",
  "domain.checked": "last checked",
  "domain.failed": "the last check failed: {why}",
  "domain.answers": "answers again",
  "domain.report": "Report as blocked",
  "domain.reportSure":
    "Stop giving out {host}? All addresses and pictures change to another domain at once. Codes that are printed already keep the old one.",
  "domain.restore": "Put into use",
  "domain.restoreSure": "Give out {host}? Make sure that it opens in the chat apps.",
  "domain.switchOff": "Switch off",
  "domain.switchOffSure": "Stop giving out {host}?",
  "domain.up": "Move {host} up",
  "domain.down": "Move {host} down",
  "domain.own": "Domains of this code",
  "domain.ownHint":
    "Give this code out under these as long as one of them is in use. Without a choice: under any, in their order.",
  "domain.remove": "Remove",
  "domain.removeSure": "Remove {host} from the list? It goes on leading here while its DNS does.",
  "trouble.reported": "an operator has reported it",
  "trouble.unresolved": "its name leads to no address",
  "trouble.private": "its name leads to an address that is not public",
  "trouble.unreachable": "no connection",
  "trouble.insecure": "no valid certificate",
  "trouble.silent": "no answer in time",
  "trouble.redirected": "it redirects elsewhere",
  "trouble.stranger": "somebody else answers",
};
