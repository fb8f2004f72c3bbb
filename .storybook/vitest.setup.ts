import { afterEach as checkWithAxe } from '@storybook/addon-a11y/preview'
import { configure } from 'storybook/test'
import { afterAll, expect, inject } from 'vitest'
import { page } from 'vitest/browser'
import { looks, type Story } from './looks.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether there are pictures that this browser's can be compared with, or new ones are to be taken. */
    hasPictures: boolean
  }
}

// A second, as it is by default, is too short on a crowded machine: what hangs shows all the same.
configure({ asyncUtilTimeout: 20_000 })

// The browser stays open while other projects run: what goes round for ever in its last page would take half a core from them.
afterAll(() => {
  document.documentElement.style.display = 'none'
})

// Names, roles and structure are the same in every look, and the addon checks them once: here only what a look can change.
const runOnly = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
]

/** After each story, light, dark and from right to left: what axe says, and what it looks like against what it looked like. */
globalThis.takokitLookAround = async (story) => {
  await page.viewport(480, 640)
  await document.fonts.ready
  expect(textInStrangeFonts()).toEqual([])
  for (const [look, apply] of Object.entries(looks)) {
    apply(document.documentElement)
    // What was placed by script looks again where it belongs.
    dispatchEvent(new Event('resize'))
    standStill()
    // Light is how the addon has just seen it.
    if (look !== 'light') await checkLook(look, story)
    const { looks: pictured } = story.parameters as { looks?: readonly string[] }
    if (inject('hasPictures') && (!pictured || pictured.includes(look)))
      await expect(page.elementLocator(document.documentElement)).toMatchScreenshot(
        `${story.id}-${look}`,
      )
  }
  looks.light(document.documentElement)
}

/** Text in a font that Storybook does not bring: its picture would be another on another machine. */
function textInStrangeFonts(): string[] {
  const ours = new Set([...document.fonts].map(({ family }) => unquoted(family)))
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const strange: string[] = []
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement
    if (!element?.checkVisibility() || !text.nodeValue?.trim()) continue
    const [first = ''] = getComputedStyle(element).fontFamily.split(',')
    if (!ours.has(unquoted(first))) strange.push(`${text.nodeValue}: ${first}`)
  }
  return strange
}

const unquoted = (family: string) => family.replace(/^"|"$/g, '')

/** Colours on their way from one look to the next are those of neither. What goes round for ever is left alone. */
function standStill(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      animation.finish()
}

async function checkLook(look: string, story: Story): Promise<void> {
  const { a11y } = story.parameters
  const parameters = { ...story.parameters, a11y: { ...a11y, options: { runOnly } } }
  try {
    await checkWithAxe({ ...story, parameters })
  } catch (cause) {
    throw new Error(`In the ${look} look: ${(cause as Error).message}`, { cause })
  }
}
