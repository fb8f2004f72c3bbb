const maxBytes = 65_536

/**
 * Reads a copy of a response that declares JSON, up to 64 kB; `undefined` for any other. Files pass untouched: only a response
 * that may be an envelope is copied.
 */
export async function readSmallJson(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  const length = Number(response.headers.get('content-length') ?? 0)
  if (!/^application\/json\s*(;|$)/i.test(type) || length > maxBytes || response.bodyUsed)
    return undefined
  const reader = response.clone().body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      text += decoder.decode(read.value, { stream: true })
      if (text.length > maxBytes) {
        // Not awaited: it settles only after the caller has cancelled the other branch of the tee too.
        reader?.cancel().catch(() => {})
        return undefined
      }
    }
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
