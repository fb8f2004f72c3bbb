declare global {
  /** There in the test run only. */
  var takokitCompareLooks: ((storyId: string) => Promise<void>) | undefined
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
