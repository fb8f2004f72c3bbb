const element = 'element-6066-11e4-a52e-4f735466cecf'

/** One session of the WebDriver protocol (W3C, classic). Commands concern one window at a time, so they run one after another. */
export class WebDriver {
  private last: Promise<unknown> = Promise.resolve()
  private readonly url: string

  private constructor(url: string) {
    this.url = url
  }

  static async start(server: string, capabilities: Record<string, unknown>): Promise<WebDriver> {
    const { sessionId } = (await send('POST', `${server}/session`, {
      capabilities: { alwaysMatch: capabilities },
    })) as { sessionId: string }
    const url = `${server}/session/${sessionId}`
    await send('POST', `${url}/timeouts`, { script: 60_000 })
    return new WebDriver(url)
  }

  /** Runs commands in one window, without another's in between. */
  private turn<result>(window: string, task: () => Promise<result>): Promise<result> {
    const next = this.last.then(async () => {
      await send('POST', `${this.url}/window`, { handle: window })
      return task()
    })
    this.last = next.catch(() => {})
    return next
  }

  async openWindow(): Promise<string> {
    const { handle } = (await send('POST', `${this.url}/window/new`, { type: 'tab' })) as {
      handle: string
    }
    return handle
  }

  go(window: string, url: string): Promise<unknown> {
    return this.turn(window, () => send('POST', `${this.url}/url`, { url }))
  }

  evaluate(window: string, body: string): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1]; (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }))`
    return this.turn(window, async () => {
      const { value, error } = (await send('POST', `${this.url}/execute/async`, {
        script,
        args: [],
      })) as { value?: unknown; error?: string }
      if (error !== undefined) throw new Error(error)
      return value
    })
  }

  /** Throws where nothing is found yet, or something lies above it. */
  click(window: string, xpath: string): Promise<unknown> {
    return this.turn(window, async () => {
      const found = (await send('POST', `${this.url}/element`, {
        using: 'xpath',
        value: xpath,
      })) as Record<string, string>
      return send('POST', `${this.url}/element/${found[element]}/click`, {})
    })
  }

  stop(): Promise<unknown> {
    return send('DELETE', this.url)
  }
}

async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value } = (await response.json()) as { value: { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`)
  return value
}
