/** The list with the entry at `place` and its neighbour before (-1) or behind (1) it exchanged. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): T[] {
  const others = list.filter((_, at) => at !== place);
  return [...others.slice(0, place + by), list[place] as T, ...others.slice(place + by)];
}
