// A large upload with progress: slices of a file. A slice is read from the disk when it is sent, and again if it must be repeated
// with a fresh token, so a 401 costs one slice and the file is never in memory as a whole.
import { type AuthClient, authFetch } from '@takokit/core'

export async function upload(
  auth: AuthClient,
  {
    url,
    file,
    onProgress,
    signal,
    sliceBytes = 8 * 1024 * 1024,
  }: {
    /** Takes `PUT` with `Content-Range`. */
    url: string
    file: Blob
    onProgress: (sentBytes: number) => void
    signal?: AbortSignal
    sliceBytes?: number
  },
): Promise<void> {
  let sent = 0
  do {
    const end = Math.min(sent + sliceBytes, file.size)
    const range = file.size === 0 ? 'bytes */0' : `bytes ${sent}-${end - 1}/${file.size}`
    const response = await authFetch(auth, url, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'content-range': range },
      body: file.slice(sent, end),
      ...(signal && { signal }),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`The upload of "${range}" failed with ${response.status}.`)
    sent = end
    onProgress(sent)
  } while (sent < file.size)
}
