/** What `fetch` rejects with if a connection drops: a `TypeError`, as in every browser. */
export class ConnectionLostError extends TypeError {
  override name = 'TypeError'

  constructor(what: 'request' | 'answer' | 'redirect') {
    super(
      `Failed to fetch (emulated: ${what === 'redirect' ? 'redirect refused' : `${what} lost`})`,
    )
  }
}
