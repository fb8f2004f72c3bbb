const tabs = ['Visible tab', 'Hidden tab', 'Another tab']

/** Three tabs, one record, one request. */
export function TabsShareOne() {
  return (
    <figure className="picture" tabIndex={0}>
      <svg viewBox="0 0 640 190" role="img" aria-labelledby="tabs-share-one">
        <title id="tabs-share-one">
          Three tabs read and write one record in the browser’s storage. One of them sends the
          refresh to the API; the others adopt its tokens.
        </title>
        {tabs.map((name, index) => (
          <g key={name}>
            <rect className="p-box" x="12" y={14 + index * 58} width="136" height="42" rx="8" />
            <text x="80" y={40 + index * 58} textAnchor="middle">
              {name}
            </text>
            <line className="p-line" x1="150" x2="258" y1={35 + index * 58} y2="93" />
          </g>
        ))}
        <rect className="p-box p-strong" x="260" y="66" width="136" height="54" rx="8" />
        <text x="328" y="89" textAnchor="middle">
          one record,
        </text>
        <text x="328" y="107" textAnchor="middle">
          tokens encrypted
        </text>
        <path className="p-line p-request" d="M150 28 H 560 V 64" />
        <rect className="p-box" x="492" y="66" width="136" height="54" rx="8" />
        <text x="560" y="98" textAnchor="middle">
          the API
        </text>
        <text x="420" y="20" textAnchor="middle">
          one refresh
        </text>
      </svg>
      <figcaption>One tab asks; the others read what came back.</figcaption>
    </figure>
  )
}
