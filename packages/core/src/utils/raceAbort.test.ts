import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { raceAbort } from './raceAbort.ts'

const never = new Promise<string>(() => {})

describe('raceAbort', () => {
  test('default: what the promise gives', async () => {
    expect(await raceAbort(Promise.resolve('a'), new AbortController().signal)).toBe('a')
    await expect(
      raceAbort(Promise.reject(new Error('no')), new AbortController().signal),
    ).rejects.toThrow('no')
  })

  test('behavior: lets go when aborted', async () => {
    const controller = new AbortController()
    const waiting = raceAbort(never, controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'request/aborted' })
  })

  test('behavior: lets go at once where it was aborted before', async () => {
    await expect(raceAbort(never, AbortSignal.abort())).rejects.toMatchObject({
      code: 'request/aborted',
    })
  })

  test('behavior: a reason of our own is thrown as it is', async () => {
    const reason = new TakoKitError('wallet/account-changed', 'The account was switched.')
    await expect(raceAbort(never, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
