import { access } from "./access";
import { accounts } from "./accounts";
import { common } from "./common";
import { community } from "./community";
import { contacts } from "./contacts";
import { domains } from "./domains";
import { give } from "./give";
import { groups } from "./groups";
import { guides } from "./guides";
import { livecodes } from "./livecodes";
import { notices } from "./notices";
import { people } from "./people";
import { pictures } from "./pictures";
import { posts } from "./posts";
import { refill } from "./refill";
import { rules } from "./rules";
import { statistics } from "./statistics";
import { system } from "./system";
import { verdicts } from "./verdicts";
import { visit } from "./visit";
import { ways } from "./ways";

export const zh = {
  ...access,
  ...accounts,
  ...common,
  ...community,
  ...contacts,
  ...domains,
  ...give,
  ...groups,
  ...guides,
  ...livecodes,
  ...notices,
  ...people,
  ...pictures,
  ...posts,
  ...refill,
  ...rules,
  ...statistics,
  ...system,
  ...verdicts,
  ...visit,
  ...ways,
};
