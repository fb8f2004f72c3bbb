import type { ProviderContext } from '../../types/TokenProvider.ts'

interface SentRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: unknown
}

/** A provider's context in which every request gets the same response, and which records the requests. */
export function contextOf(answer: {
  json?: unknown
  text?: string
  status?: number
  headers?: Record<string, string>
  nowAt?: number
}): ProviderContext & { sent: SentRequest[] } {
  const sent: SentRequest[] = []
  return {
    sent,
    now: () => answer.nowAt ?? 1_690_960_142_000,
    async fetch(url, init) {
      sent.push({
        method: init?.method ?? 'GET',
        url,
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body,
      })
      const body = 'json' in answer ? JSON.stringify(answer.json) : (answer.text ?? null)
      return new Response(body, { status: answer.status ?? 200, headers: answer.headers ?? {} })
    },
  }
}
