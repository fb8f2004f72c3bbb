/** Turns after a moment: what is fast should not flicker. */
export function Spinner() {
  return (
    <svg className="takokit-spinner" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 2.75A7.25 7.25 0 0 1 17.25 10" />
    </svg>
  )
}
