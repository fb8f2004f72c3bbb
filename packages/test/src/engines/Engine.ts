/** A browser that tests drive, whatever protocol it speaks. */
export interface Engine {
  open: (url: string) => Promise<Tab>
  close: () => Promise<void>
}

export interface Tab {
  /** Clicks what an XPath finds, as soon as it is there. */
  click: (xpath: string) => Promise<unknown>
  /** Runs the body of a function in the page, and awaits what it returns. */
  evaluate: (body: string) => Promise<unknown>
}
