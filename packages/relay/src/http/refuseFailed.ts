import { RelayRefusal } from '../types/RelayRefusal.ts'

export function refuseFailed(cause: unknown): RelayRefusal {
  return new RelayRefusal(500, 'relay/failed', 'The relay failed. The request id says where.', {
    cause,
  })
}
