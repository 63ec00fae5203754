import { access } from "./access";
import { accounts } from "./accounts";
import { common } from "./common";
import { community } from "./community";
import { groups } from "./groups";
import { guides } from "./guides";
import { people } from "./people";
import { rules } from "./rules";

export const zh = {
  ...access,
  ...accounts,
  ...common,
  ...community,
  ...groups,
  ...guides,
  ...people,
  ...rules,
};
