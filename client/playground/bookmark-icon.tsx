/** A bookmark, drawn like GraphiQL's own side-bar icons. */
export function BookmarkIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M6 3.75h12v16.5l-6-4.5-6 4.5z" strokeLinejoin="round" />
    </svg>
  );
}
