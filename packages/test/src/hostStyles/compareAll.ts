import { everyProperty } from './everyProperty.ts'
import type { HostPage } from './openHostPage.ts'
import { pageSheets } from './pageSheets.ts'

/** What is made of all properties takes long, and is the same at every step. */
const made = new Map<string, string>()

/** What each stylesheet changes in a page that looks as it does now. */
export async function compareAll(host: HostPage, place: 'before' | 'after', names: string[]) {
  await host.keep()
  const found: Record<string, string[]> = {}
  for (const name of names) {
    const css =
      pageSheets[name] ??
      made.get(name) ??
      (await host.page.evaluate(everyProperty, Number(name.at(-1))))
    made.set(name, css)
    const changed = await host.compare(css, place)
    if (changed.length > 0) found[name] = [`${changed.length} differences`, ...changed.slice(0, 9)]
  }
  return found
}

const everything = ['every property, 1', 'every property, 2', 'every property, 3']
const contained = 'absurd, before'
/** Every stylesheet but those that another one contains. */
export const all = [...Object.keys(pageSheets).filter((name) => name !== contained), ...everything]
/** The sheets without layers. In place of the one that crashes Chromium where its rules apply, the one that it contains. */
export const applicable = [contained, ...all.filter((name) => !/^absurd$|, layered$/.test(name))]
/** The sheets with rules about what is hovered, pressed or focused. */
export const withStates = all.filter((name) => /:(hover|active|focus)/.test(pageSheets[name] ?? ''))
/** The sheets with the most rules, and those with layers. */
export const hardest = [
  'absurd',
  'Bootstrap',
  'Tailwind 3, layered',
  'Tailwind 4, layered',
  'Pico',
  'Bulma',
  ...everything,
]
