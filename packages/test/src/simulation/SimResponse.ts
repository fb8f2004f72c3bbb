/** The part of `Response` that the kit reads. It has no streams, whose microtasks would make runs differ. */
export class SimResponse {
  readonly status: number
  readonly ok: boolean
  readonly headers: { get: (name: string) => string | null }
  readonly #text: string

  constructor(status: number, text: string, headers: Record<string, string> = {}) {
    this.status = status
    this.ok = status >= 200 && status < 300
    this.headers = { get: (name) => headers[name.toLowerCase()] ?? null }
    this.#text = text
  }

  get body() {
    return { cancel: async () => {} }
  }

  async text(): Promise<string> {
    return this.#text
  }

  static of(status: number, json: unknown, headers?: Record<string, string>): Response {
    return new SimResponse(status, JSON.stringify(json), headers) as unknown as Response
  }
}
