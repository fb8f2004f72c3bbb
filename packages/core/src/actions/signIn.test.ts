import type { Hex } from 'viem'
import { describe, expect, test, vi } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { parseTakoMessage } from '../message/parseTakoMessage.ts'
import { tako } from '../providers/tako/tako.ts'
import { accounts, startTako } from '../testing/startTako.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import { cancelSignIn } from './cancelSignIn.ts'
import { getAuthToken } from './getAuthToken.ts'
import { getSession } from './getSession.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'

const [one, other] = accounts

const throwing = (text: string) => (): never => {
  throw new Error(text)
}

/** A wallet that answers when the test tells it to. */
function slowSigner(signer = one as typeof one | typeof other) {
  let answer: (signature: Hex) => void = () => {}
  let refuse: (cause: unknown) => void = () => {}
  let message = ''
  return {
    signer: {
      address: signer.address,
      signMessage: (parameters: { message: string }) => {
        message = parameters.message
        return new Promise<Hex>((resolve, reject) => {
          answer = resolve
          refuse = reject
        })
      },
    },
    message: () => message,
    sign: async (by = signer) => answer(await by.signMessage({ message })),
    refuse: (cause: unknown) => refuse(cause),
  }
}

describe('signIn', () => {
  test('default: message, signature, tokens, session', async () => {
    const { auth, sent } = startTako()
    const events: AuthEvent['type'][] = []
    auth.onEvent((event) => events.push(event.type))
    const session = await signIn(auth, { signer: one })
    expect(session).toMatchObject({
      provider: 'tako',
      status: 'signedIn',
      account: one.address,
      address: one.address,
      step: undefined,
      error: undefined,
    })
    expect(JSON.stringify(session)).not.toContain('eyJ')
    expect(await getAuthToken(auth)).toMatch(/^eyJ/)
    expect(sent).toEqual(['POST /v2/token'])
    expect(events).toEqual(['signInStarted', 'messageSigned', 'sessionStarted'])
  })

  test('behavior: the wallet is asked in the same task, with the message for its account', () => {
    const { auth, platform } = startTako()
    const wallet = slowSigner()
    const signing = signIn(auth, { signer: wallet.signer })
    signing.catch(() => {})
    const { address, issuedAt } = parseTakoMessage(wallet.message())
    expect(address).toBe(one.address)
    expect(issuedAt.getTime()).toBe(platform.now())
    expect(getSession(auth)).toMatchObject({ status: 'signingIn', step: 'signing' })
    cancelSignIn(auth)
  })

  test.each([undefined, null, '', '0x', '0x123', 'ada.eth', `0x${'g'.repeat(40)}`, 7])(
    'behavior: an address that is none is a mistake in the code, and no wallet is asked: %s',
    async (address) => {
      const { auth, sent } = startTako()
      const signMessage = vi.fn(one.signMessage)
      const signer = { address: address as Hex, signMessage }
      await expect(signIn(auth, { signer })).rejects.toMatchObject({
        name: 'TakoKitError',
        code: 'config/invalid',
        message: expect.stringContaining('`signer.address`'),
      })
      expect(signMessage).not.toHaveBeenCalled()
      expect(sent).toEqual([])
      expect(getSession(auth)).toMatchObject({ status: 'restoring', error: undefined })
    },
  )

  test('behavior: an address in lower case becomes one with a checksum', async () => {
    const { auth } = startTako()
    const signer = { ...one, address: one.address.toLowerCase() as Hex }
    expect((await signIn(auth, { signer })).account).toBe(one.address)
  })

  test('behavior: rejected is an error that keeps its cause, and leaves nothing behind', async () => {
    const { auth, sent } = startTako()
    const cause = Object.assign(new Error('no'), { code: 4001 })
    const signer = { address: one.address, signMessage: () => Promise.reject(cause) }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({ code: 'wallet/rejected', cause })
    expect(getSession(auth)).toMatchObject({
      status: 'signedOut',
      error: { code: 'wallet/rejected' },
    })
    expect(sent).toEqual([])
  })

  test('behavior: a signer that throws at once is a failed sign-in too', async () => {
    const { auth } = startTako()
    const signer = {
      address: one.address,
      signMessage: (): Promise<Hex> => {
        throw Object.assign(new Error('locked'), { code: 4100 })
      },
    }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({ code: 'wallet/not-authorized' })
    expect(getSession(auth).status).toBe('signedOut')
  })

  test('behavior: another account signed, from one known to have no code: nothing is sent', async () => {
    const { auth, sent } = startTako()
    const signer = {
      address: one.address,
      signMessage: other.signMessage,
      hasCode: async () => false,
    }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({ code: 'wallet/wrong-account' })
    expect(sent).toEqual([])
  })

  test('behavior: where that cannot be learnt it is sent, and the provider decides', async () => {
    const { auth, sent } = startTako()
    const signer = { address: one.address, signMessage: other.signMessage }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({
      code: 'provider/signature-refused',
      providerCode: 3001,
    })
    expect(sent).toEqual(['POST /v2/token'])
  })

  test('behavior: a smart account that is refused is told why', async () => {
    const { auth } = startTako()
    const signer = {
      address: one.address,
      signMessage: async () => `0x${'ab'.repeat(130)}` as const,
    }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({
      code: 'provider/contract-signature',
    })
  })

  test('behavior: cancelled, the late signature is dropped', async () => {
    const { auth, sent } = startTako()
    const wallet = slowSigner()
    const signing = signIn(auth, { signer: wallet.signer })
    cancelSignIn(auth)
    await expect(signing).rejects.toMatchObject({ code: 'sign-in/cancelled' })
    await wallet.sign()
    await wallet.sign()
    expect(getSession(auth).status).toBe('signedOut')
    expect(sent).toEqual([])
  })

  test('behavior: a refusal after cancelling is no unhandled rejection', async () => {
    const { auth } = startTako()
    const wallet = slowSigner()
    const signing = signIn(auth, { signer: wallet.signer })
    cancelSignIn(auth)
    await expect(signing).rejects.toThrow()
    wallet.refuse(new Error('late'))
  })

  test('parameters: signal, with a reason of its own', async () => {
    const { auth } = startTako()
    const controller = new AbortController()
    const wallet = slowSigner()
    const signing = signIn(auth, { signer: wallet.signer, signal: controller.signal })
    const reason = new TakoKitError('wallet/account-changed', 'The account was switched.')
    controller.abort(reason)
    await expect(signing).rejects.toBe(reason)
    expect(getSession(auth)).toMatchObject({ status: 'signedOut', error: reason })
  })

  test('parameters: signal that was aborted before asks no wallet', async () => {
    const { auth } = startTako()
    const wallet = slowSigner()
    await expect(
      signIn(auth, { signer: wallet.signer, signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      code: 'sign-in/cancelled',
    })
    expect(wallet.message()).toBe('')
  })

  test('behavior: a second sign-in takes the place of the first', async () => {
    const { auth } = startTako()
    const wallet = slowSigner()
    const first = signIn(auth, { signer: wallet.signer })
    const second = signIn(auth, { signer: other })
    await expect(first).rejects.toMatchObject({ code: 'sign-in/cancelled' })
    await second
    await wallet.sign()
    expect(getSession(auth)).toMatchObject({ status: 'signedIn', account: other.address })
  })

  test('behavior: signing out gives up a sign-in under way', async () => {
    const { auth } = startTako()
    const wallet = slowSigner()
    const signing = signIn(auth, { signer: wallet.signer })
    await signOut(auth)
    await expect(signing).rejects.toMatchObject({ code: 'sign-in/cancelled' })
    expect(getSession(auth).status).toBe('signedOut')
  })

  test('behavior: a session that was there before outlives a failed sign-in of another account', async () => {
    const { auth } = startTako()
    await signIn(auth, { signer: one })
    const signer = {
      address: other.address,
      signMessage: () => Promise.reject(new Error('User rejected')),
    }
    await expect(signIn(auth, { signer })).rejects.toThrow()
    expect(getSession(auth)).toMatchObject({ status: 'signedIn', account: one.address })
  })

  test('behavior: what is transient is tried again with the same signature, then works', async () => {
    const { auth, controls, platform, sent } = startTako()
    controls.tako.failNext('500', { times: 2, route: 'signIn' })
    let prompts = 0
    const signing = signIn(auth, {
      signer: {
        address: one.address,
        signMessage: (parameters) => (prompts++, one.signMessage(parameters)),
      },
    })
    await platform.advance(0)
    expect(getSession(auth)).toMatchObject({
      status: 'signingIn',
      step: 'exchanging',
      error: { code: 'provider/unavailable' },
    })
    expect(auth.getSnapshot().nextRefreshAt).toBeGreaterThan(platform.now())
    await platform.advance(30_000)
    expect((await signing).status).toBe('signedIn')
    expect(sent).toHaveLength(3)
    expect(prompts).toBe(1)
  })

  test('behavior: 429 is waited for', async () => {
    const { auth, controls, platform, sent } = startTako()
    controls.tako.failNext({ type: '429', retryAfterMs: 8_000 }, { route: 'signIn' })
    const signing = signIn(auth, { signer: one })
    await platform.advance(7_900)
    expect(sent).toHaveLength(1)
    await platform.advance(200)
    expect((await signing).status).toBe('signedIn')
  })

  test('behavior: gives up after a while, and says what it was', async () => {
    const { auth, controls, platform } = startTako()
    controls.tako.failNext('500', { times: 1_000, route: 'signIn' })
    const signing = signIn(auth, { signer: one })
    signing.catch(() => {})
    await platform.advance(600_000)
    await expect(signing).rejects.toMatchObject({ code: 'provider/unavailable' })
  })

  test.each([
    ['tako', 'talkstack', 'config/invalid', 'startSession'],
    ['tako', 'nobody', 'config/unknown-provider', 'tako, talkstack'],
  ])('parameters: provider that cannot', async (_, provider, code, text) => {
    const { auth } = startTako()
    const signing = signIn(auth, { signer: one, provider })
    await expect(signing).rejects.toMatchObject({ code })
    await expect(signing).rejects.toThrow(text)
  })

  test.each([
    ['`createMessage` throws', { createMessage: throwing('no greeting') }, 'config/invalid'],
    [
      '`createMessage` gives no text',
      { createMessage: () => undefined as never },
      'config/invalid',
    ],
    ['`prepare` throws', { prepare: throwing('not ready') as never }, 'config/invalid'],
    [
      '`prepare` refuses',
      { prepare: () => Promise.reject(new Error('not ready')) },
      'config/invalid',
    ],
    [
      '`prepare` lacks a file',
      {
        prepare: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      },
      'network/failed',
    ],
  ])('behavior: %s: said, with its cause, and told', async (_, more, code) => {
    const { auth, platform } = startTako({ providers: [{ ...tako(), ...more }] })
    await expect(signIn(auth, { signer: one })).rejects.toMatchObject({ code })
    const session = getSession(auth, { account: one.address })
    expect(session).toMatchObject({ status: 'signedOut', error: { code } })
    expect(platform.warnings.length).toBe(code.startsWith('config/') ? 1 : 0)
    expect(platform.warnings.join()).not.toContain('[object Object]')
  })

  test('behavior: a mistake of the kit’s own is no wallet’s, and is told without its text', async () => {
    const { auth, platform } = startTako()
    const cause = new RangeError('of eyJ.secret')
    const randomId = () => {
      throw cause
    }
    Object.assign(platform, { randomId })
    await expect(signIn(auth, { signer: one })).rejects.toMatchObject({
      code: 'internal/unexpected',
      cause,
    })
    expect(getSession(auth)).toMatchObject({
      status: 'signedOut',
      error: { code: 'internal/unexpected' },
    })
    expect(platform.warnings).toEqual([expect.stringContaining('RangeError')])
    expect(platform.warnings.join()).not.toContain('secret')
  })

  test('behavior: what is no signature is not sent', async () => {
    const { auth, sent } = startTako()
    const signer = { ...one, signMessage: async () => ({ hex: '0x' }) as never }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({ code: 'wallet/cannot-sign' })
    expect(sent).toEqual([])
  })

  test('behavior: the step is over once the wallet has answered, though the chain is silent', async () => {
    const { auth, platform, sent } = startTako()
    const signer = {
      address: one.address,
      signMessage: other.signMessage,
      hasCode: () => new Promise<boolean>(() => {}),
    }
    const signing = signIn(auth, { signer })
    signing.catch(() => {})
    await platform.advance(0)
    expect(getSession(auth)).toMatchObject({ status: 'signingIn', step: 'exchanging' })
    expect(sent).toEqual([])
    await platform.advance(3_000)
    expect(sent).toEqual(['POST /v2/token'])
    await expect(signing).rejects.toMatchObject({ code: 'provider/signature-refused' })
  })

  test('behavior: a smart account’s 65 bytes that are refused are told apart by its code', async () => {
    const { auth } = startTako()
    const signer = { ...one, signMessage: other.signMessage, hasCode: async () => true }
    await expect(signIn(auth, { signer })).rejects.toMatchObject({
      code: 'provider/contract-signature',
    })
  })

  test('behavior: a client that was disposed of', async () => {
    const { auth } = startTako()
    auth.dispose()
    await expect(signIn(auth, { signer: one })).rejects.toMatchObject({ code: 'config/disposed' })
  })
})
