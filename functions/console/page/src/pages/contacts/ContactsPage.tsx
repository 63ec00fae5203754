import { useState } from "preact/hooks";
import type { Community } from "../../api/communities";
import { type Contact, eraseContact, exportContacts, pageOfContacts } from "../../api/contacts";
import { useText } from "../../i18n/context";
import { useFeed } from "../../lib/feed";
import { save } from "../../lib/files";
import { path } from "../../lib/router";
import { Doing } from "../../parts/Doing";
import { Empty } from "../../parts/Empty";
import { FeedList } from "../../parts/FeedList";
import { PageHead } from "../../parts/PageHead";
import { ContactCard } from "./ContactCard";

const keyOf = ({ id }: Contact) => id;

/** Who left an address because no group had room; with a code, at that code alone. */
export function ContactsPage({ community, code = "" }: { community: Community; code?: string }) {
  const t = useText();
  const key = community.community;
  const [erased, setErased] = useState<ReadonlySet<string>>(new Set());
  const feed = useFeed((cursor) => pageOfContacts(key, code, cursor), keyOf, [key, code]);
  const erase = async ({ id }: Contact) => {
    await eraseContact(key, id);
    setErased((before) => new Set([...before, id]));
  };
  const take = async () => save(await exportContacts(key, code), `${code || key}-waiting.csv`);
  const back = [path`/communities/${key}/livecodes/${code}`, t("contact.back")] as const;
  return (
    <div class="stack">
      <PageHead
        title={code ? t("contact.titleOf", { code }) : t("nav.waiting")}
        lead={t("contact.lead")}
        back={code ? [...back] : undefined}
      />
      <div class="actions">
        <Doing label={t("contact.export")} act={take} />
      </div>
      <FeedList of={feed} empty={<Empty title={t("contact.none")}>{t("contact.noneWhy")}</Empty>}>
        {(contact) =>
          erased.has(contact.id) ? null : (
            <ContactCard
              key={contact.id}
              contact={contact}
              community={community}
              onErase={() => erase(contact)}
            />
          )
        }
      </FeedList>
    </div>
  );
}
