import { Agent, request as send } from 'node:http'

/** Sends requests over HTTP with exactly the given headers: `fetch` would add its own. */
export function sendOverHttp(url: string, agent = new Agent({ keepAlive: true })) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const body = Buffer.from(await request.arrayBuffer())
    return new Promise((resolve, reject) => {
      const sending = send(
        new URL(pathname + search, url),
        {
          agent,
          method: request.method,
          headers: {
            ...Object.fromEntries(request.headers),
            'content-length': String(body.length),
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            const headers = new Headers()
            for (const [name, value] of Object.entries(answer.headersDistinct))
              for (const one of value ?? []) headers.append(name, one)
            const status = answer.statusCode ?? 502
            const hasBody = ![204, 304].includes(status)
            resolve(new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers }))
          })
        },
      )
      sending.on('error', reject)
      sending.end(body)
    })
  }
}
