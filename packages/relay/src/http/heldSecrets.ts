import type { RequestHead } from '../types/RequestHead.ts'

/** What an application's callback may quote from the request that it received. */
export function heldSecrets({ headers }: RequestHead): string[] {
  const cookies = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.split('=').slice(1).join('='))
  return [...cookies, headers.get('authorization') ?? '']
}
