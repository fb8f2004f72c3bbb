import type { AfterEach } from 'storybook/internal/types'

/** What is known of a story when it has been played. */
export type Story = Parameters<AfterEach>[0]

declare global {
  /** There in the test run only. */
  var takokitLookAround: ((story: Story) => Promise<void>) | undefined
}

/** How each story is looked at. */
export const looks = {
  light(root: HTMLElement) {
    root.dataset.takokitTheme = 'light'
    root.dir = 'ltr'
  },
  dark(root: HTMLElement) {
    root.dataset.takokitTheme = 'dark'
    root.dir = 'ltr'
  },
  rtl(root: HTMLElement) {
    root.dataset.takokitTheme = 'light'
    root.dir = 'rtl'
  },
}
