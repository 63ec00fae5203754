/** How large a part is, for eyes only: the numbers stand beside it. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  const width = whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
  return (
    <svg class="share-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rest" width="100" height="1" />
      <rect class="part" width={width} height="1" />
    </svg>
  );
}
