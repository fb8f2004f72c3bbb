/** The life of two tokens, the second refreshed before the first expires. */
export function TokenLife() {
  return (
    <figure className="picture" tabIndex={0}>
      <svg viewBox="0 0 640 150" role="img" aria-labelledby="token-life">
        <title id="token-life">
          The first token is valid from 0 to 60 minutes. At 48 minutes it is refreshed, and the
          second is valid from then on.
        </title>
        <line className="p-axis" x1="20" x2="620" y1="118" y2="118" />
        <rect className="p-life" x="20" y="28" width="400" height="26" rx="6" />
        <rect className="p-margin" x="386" y="28" width="34" height="26" rx="6" />
        <rect className="p-life p-next" x="340" y="70" width="280" height="26" rx="6" />
        <line className="p-mark" x1="340" x2="340" y1="20" y2="118" />
        <circle className="p-dot" cx="340" cy="118" r="6" />
        <text x="32" y="46">
          first token
        </text>
        <text x="352" y="88">
          second token
        </text>
        <text x="340" y="141" textAnchor="middle">
          refresh
        </text>
        <text x="20" y="141">
          signed in
        </text>
        <text x="420" y="16" textAnchor="end">
          hard margin
        </text>
      </svg>
      <figcaption>A bar is a token’s life. Callers always find one that is valid.</figcaption>
    </figure>
  )
}
