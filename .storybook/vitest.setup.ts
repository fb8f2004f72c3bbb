import { expect, inject } from 'vitest'
import { page } from 'vitest/browser'
import { looks } from './looks.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether there are pictures that this browser's can be compared with, or new ones are to be taken. */
    hasPictures: boolean
  }
}

/** After each story: what it looks like, light, dark and from right to left, against what it looked like. */
globalThis.takokitCompareLooks = async (storyId) => {
  if (!inject('hasPictures')) return
  await page.viewport(480, 640)
  await document.fonts.ready
  for (const [name, apply] of Object.entries(looks)) {
    apply(document.documentElement)
    // What was placed by script looks again where it belongs.
    dispatchEvent(new Event('resize'))
    await expect(page.elementLocator(document.documentElement)).toMatchScreenshot(
      `${storyId}-${name}`,
    )
  }
  looks.light(document.documentElement)
}
