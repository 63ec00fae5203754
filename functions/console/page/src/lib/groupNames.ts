import { listGroups } from "../api/groups";
import { useLoad } from "./load";

/** Names a community's groups; a group's key until they are known. */
export function useGroupNames(community: string): (group: string) => string {
  const { load } = useLoad(() => listGroups(community), [community]);
  const names = load.state === "ready" ? load.value : [];
  return (group) => names.find((it) => it.group === group)?.name ?? group;
}
