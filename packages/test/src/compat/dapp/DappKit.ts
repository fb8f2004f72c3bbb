/** What a test reads from the dapp's page. */
export interface DappKit {
  /** The versions of React and of its renderer. */
  versions: string[]
  /** How often each part has rendered. */
  renders: Record<string, number>
  /** The button as its ref holds it. */
  button: { current: HTMLButtonElement | null }
  /** How often each wallet was asked to sign. */
  prompts: () => number[]
}

declare global {
  interface Window {
    dapp: DappKit
  }
}
