/** The same list with what stands at two places exchanged. */
export function exchanged<T>(list: readonly T[], one: number, other: number): T[] {
  const turned = [...list];
  [turned[one], turned[other]] = [list[other]!, list[one]!];
  return turned;
}
