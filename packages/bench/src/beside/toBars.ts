import { type ChartTheme, chartThemes } from '../chartThemes.ts'

export interface Bars {
  title: string
  bars: readonly { label: string; value: number; text: string; isOurs: boolean }[]
}

/** Groups of bars as an SVG, each group on its own scale. */
export function toBars(title: string, groups: readonly Bars[], theme: ChartTheme): string {
  const { ink, quiet, own, other } = chartThemes[theme]
  const [left, width, step] = [250, 400, 26]
  const lines: string[] = []
  let top = 24
  for (const group of groups) {
    const longest = Math.max(...group.bars.map(({ value }) => value), Number.MIN_VALUE)
    lines.push(`<text x="0" y="${top}" fill="${ink}" font-weight="600">${group.title}</text>`)
    top += 12
    for (const { label, value, text, isOurs } of group.bars) {
      const [middle, length] = [top + 13, (value / longest) * width]
      lines.push(
        `<text x="0" y="${middle}" fill="${quiet}">${escape(label.replaceAll('`', ''))}</text>`,
        `<rect x="${left}" y="${top}" width="${length.toFixed(1)}" height="18" rx="2" fill="${isOurs ? own : other}"/>`,
        `<text x="${(left + length + 6).toFixed(1)}" y="${middle}" fill="${ink}">${text}</text>`,
      )
      top += step
    }
    top += 22
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 90} ${top}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${title}"><title>${title}</title>\n${lines.join('\n')}\n</svg>\n`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
