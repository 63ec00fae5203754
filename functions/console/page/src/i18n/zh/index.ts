import { access } from "./access";
import { accounts } from "./accounts";
import { common } from "./common";
import { community } from "./community";
import { groups } from "./groups";
import { guides } from "./guides";
import { livecodes } from "./livecodes";
import { people } from "./people";
import { posts } from "./posts";
import { rules } from "./rules";
import { system } from "./system";
import { verdicts } from "./verdicts";

export const zh = {
  ...access,
  ...accounts,
  ...common,
  ...community,
  ...groups,
  ...guides,
  ...livecodes,
  ...people,
  ...posts,
  ...rules,
  ...system,
  ...verdicts,
};
