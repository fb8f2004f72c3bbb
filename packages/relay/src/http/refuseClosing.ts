import { RelayRefusal } from '../types/RelayRefusal.ts'

export function refuseClosing(retryAfterMs: number): RelayRefusal {
  return new RelayRefusal(
    503,
    'relay/closing',
    'This server is going down. Another one will answer.',
    {
      retryAfterMs,
      headers: { connection: 'close' },
    },
  )
}
