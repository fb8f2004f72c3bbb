import { type ChartTheme, chartThemes } from '../../chartThemes.ts'
import { isOwn } from './Contender.ts'
import type { RelayReport } from './RelayReport.ts'

/** The shares of bare `node:http` as bars, with their spread as a line. */
export function toChart({ rates }: RelayReport, theme: ChartTheme): string {
  const { ground, ink, quiet, own, other } = chartThemes[theme]
  const parts = (['atHand', 'refresh'] as const).map((field) => ({
    title: field === 'atHand' ? 'Token at hand' : 'Every request refreshes',
    bars: rates.flatMap(({ name, label, [field]: one }) =>
      one && name !== 'bare' ? [{ name, label: label.replaceAll('`', ''), ...one.ofBare }] : [],
    ),
  }))
  const [left, width, step] = [230, 400, 26]
  let top = 24
  const lines: string[] = []
  for (const { title, bars } of parts) {
    const longest = Math.max(...bars.map(({ most }) => most))
    const scale = (value: number) => (value / longest) * width
    lines.push(`<text x="0" y="${top}" fill="${ink}" font-weight="600">${title}</text>`)
    top += 12
    for (const { name, label, median, least, most } of bars) {
      const middle = top + 9
      lines.push(
        `<text x="0" y="${middle + 4}" fill="${quiet}">${label}</text>`,
        `<rect x="${left}" y="${top}" width="${scale(median).toFixed(1)}" height="18" rx="2" fill="${isOwn(name) ? own : other}"/>`,
        `<path d="M${(left + scale(least)).toFixed(1)} ${middle}H${(left + scale(most)).toFixed(1)}" stroke="${ink}"/>`,
        `<text x="${(left + scale(most) + 6).toFixed(1)}" y="${middle + 4}" fill="${ink}">${median.toPrecision(2)}</text>`,
      )
      top += step
    }
    top += 22
  }
  const title = 'Requests for each second of CPU time, as a share of bare node:http'
  const [margin, across] = [16, left + width + 60]
  const box = [-margin, -margin, across + 2 * margin, top + 2 * margin]
  const [x, y, ...size] = box
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${title}"><title>${title}</title>\n<rect x="${x}" y="${y}" width="${size[0]}" height="${size[1]}" rx="6" fill="${ground}"/>\n${lines.join('\n')}\n</svg>\n`
}
