import { parseSiweMessage, verifySiweMessage } from '@takokit/core/siwe'
import { describe, expect, test } from 'vitest'
import { siweCases } from './siweCases.ts'

describe('verifySiweMessage: signed cases', () => {
  test('holds all of them, of both verdicts', () => {
    expect(siweCases).toHaveLength(182)
    expect(siweCases.filter(({ must }) => must === 'accept').length).toBe(36)
  })

  test.each(siweCases)('$id: $must, $what', async ({ message, signature, verify, must }) => {
    const { chainId, time, uri = parseSiweMessage(message).uri, ...rest } = verify
    const expected = { uri, ...rest }
    const verified = verifySiweMessage({
      message,
      signature,
      ...expected,
      chainIds: [chainId],
      now: Date.parse(time),
    })
    // An expectation that is empty is a mistake of the server, and said to it.
    if (Object.values(expected).includes(''))
      await expect(verified).rejects.toThrow(expect.objectContaining({ code: 'config/invalid' }))
    else expect((await verified).ok).toBe(must === 'accept')
  })
})
