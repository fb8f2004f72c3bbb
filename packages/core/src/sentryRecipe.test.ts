import * as Sentry from '@sentry/browser'
import {
  memoryStorage,
  createAuthClient,
  refreshSession,
  signIn,
  signOut,
  tako,
} from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportToSentry } from '../recipes/sentry.ts'
import { accounts } from './testing/startTako.ts'

const sent: Sentry.ErrorEvent[] = []
beforeEach(() => {
  sent.length = 0
  Sentry.init({
    dsn: 'https://key@sentry.invalid/1',
    defaultIntegrations: false,
    beforeSend(event) {
      sent.push(event)
      return null
    },
  })
})
afterEach(() => Sentry.close())

async function createReported() {
  const emulator = createEmulator()
  const auth = createAuthClient({
    providers: [tako()],
    storage: memoryStorage(),
    fetch: emulator.fetch,
    timing: { confirmDelayMs: { valid: 0, expired: 0 } },
    onWarning: () => {},
  })
  reportToSentry(auth, Sentry)
  await signIn(auth, { signer: accounts[0] })
  return { auth, controls: emulator.controls.tako }
}

test('default: a lost session is a message, with what came before as breadcrumbs', async () => {
  const { auth, controls } = await createReported()
  const token = auth.getSnapshot().token ?? ''
  controls.revoke('all')
  await expect(refreshSession(auth)).rejects.toMatchObject({ code: 'session/refresh-refused' })
  expect(sent.map(({ message, tags }) => ({ message, tags }))).toEqual([
    {
      message: 'takokit: refresh-refused',
      tags: { 'takokit.provider': 'tako', 'takokit.trouble': 'refresh-refused' },
    },
  ])
  const told = sent[0]?.breadcrumbs?.map(({ message }) => message)
  expect(told).toEqual(expect.arrayContaining(['sessionStarted', 'refreshStarted', 'sessionEnded']))
  expect(token).not.toBe('')
  expect(JSON.stringify(sent)).not.toContain(token)
  expect(JSON.stringify(sent)).not.toContain(accounts[0].address)
})

test('behavior: what people do is no message', async () => {
  const { auth } = await createReported()
  await signOut(auth)
  const refusing = {
    address: accounts[0].address,
    signMessage: () => Promise.reject(Object.assign(new Error('No.'), { code: 4001 })),
  }
  await expect(signIn(auth, { signer: refusing })).rejects.toMatchObject({
    code: 'wallet/rejected',
  })
  expect(sent).toEqual([])
})
