import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Community } from "../api/communities";

interface Communities {
  all: readonly Community[];
  again: () => void;
}

export const CommunitiesContext = createContext<Communities>({ all: [], again: () => {} });
export const useCommunities = (): Communities => useContext(CommunitiesContext);

export const useCommunity = (key: string): Community | undefined =>
  useCommunities().all.find(({ community }) => community === key);
