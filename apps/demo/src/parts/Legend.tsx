/** The meaning of a timeline's marks. */
export function Legend() {
  return (
    <ul className="legend" aria-label="Marks in the timeline">
      <li className="legend-bar">valid</li>
      <li className="legend-own">fetched by this tab</li>
      <li className="legend-other">by another tab</li>
      <li className="legend-trouble">did not work</li>
      <li className="legend-next">next</li>
      <li className="legend-now">now</li>
    </ul>
  )
}
