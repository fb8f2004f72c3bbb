import type { RelayReport } from './RelayReport.ts'

const themes = {
  light: { ink: '#1f2328', quiet: '#59636e', own: '#0969da', other: '#afb8c1' },
  dark: { ink: '#f0f6fc', quiet: '#9198a1', own: '#4493f8', other: '#3d444d' },
}

export type ChartTheme = keyof typeof themes

/** The shares of bare `node:http` as bars, with their spread as a line. */
export function toChart({ rates }: RelayReport, theme: ChartTheme): string {
  const { ink, quiet, own, other } = themes[theme]
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
      const isOwn = name === 'cookie' || name === 'redis'
      const middle = top + 9
      lines.push(
        `<text x="0" y="${middle + 4}" fill="${quiet}">${label}</text>`,
        `<rect x="${left}" y="${top}" width="${scale(median).toFixed(1)}" height="18" rx="2" fill="${isOwn ? own : other}"/>`,
        `<path d="M${(left + scale(least)).toFixed(1)} ${middle}H${(left + scale(most)).toFixed(1)}" stroke="${ink}"/>`,
        `<text x="${(left + scale(most) + 6).toFixed(1)}" y="${middle + 4}" fill="${ink}">${median.toFixed(2)}</text>`,
      )
      top += step
    }
    top += 22
  }
  const title = 'Requests for each second of CPU time, as a share of bare node:http'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 60} ${top}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${title}"><title>${title}</title>\n${lines.join('\n')}\n</svg>\n`
}
