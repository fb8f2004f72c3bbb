/** The marks of the timeline, and what they mean. */
export function LegendList() {
  return (
    <ul className="legend" aria-label="Marks in the timeline">
      <li className="bar">valid</li>
      <li className="own">fetched by this tab</li>
      <li className="other">by another tab</li>
      <li className="trouble">did not work</li>
      <li className="wait">waits</li>
      <li className="next">next</li>
      <li className="now">now</li>
    </ul>
  )
}
