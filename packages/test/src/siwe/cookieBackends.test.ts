import {
  authFetch,
  prepareSignIn,
  restoreSession,
  signIn,
  signOut,
  type SiweOptions,
} from '@takokit/core'
import { expect, test } from 'vitest'
import { account, browse, openClient, origin, signer } from './browse.ts'
import * as authJs from './recipes/authJs/page.ts'
import { createServer as createAuthJs } from './recipes/authJs/server.ts'
import * as ironSession from './recipes/ironSession/page.ts'
import { createServer as createIronSession } from './recipes/ironSession/server.ts'

const secret = 'a secret of thirty-two characters'

async function expectSignedInAndOut(
  options: SiweOptions,
  { serve, me }: { serve: (request: Request) => Promise<Response>; me: string },
) {
  const signed: string[] = []
  const browser = browse(async (request) => {
    if (request.url.endsWith('/verify')) signed.push(await request.clone().text())
    return serve(request)
  })
  const auth = openClient(options, browser.fetch)
  await prepareSignIn(auth)
  const { status, account: signedIn } = await signIn(auth, { signer })
  expect({ status, signedIn }).toEqual({ status: 'signedIn', signedIn: account.address })
  expect(await (await authFetch(auth, `${origin}${me}`)).text()).toContain(account.address)
  auth.dispose()

  const reloaded = openClient(options, browser.fetch)
  expect(await restoreSession(reloaded)).toMatchObject({
    status: 'signedIn',
    account: account.address,
  })
  await signOut(reloaded)

  const [body = ''] = signed
  expect(body).toContain('Nonce: ')
  const verify = browser.sent.find((call) => call.endsWith('/verify'))?.slice('POST '.length) ?? ''
  const again = await browser.fetch(verify, { method: 'POST', body, credentials: 'include' })
  expect(again.status).toBeGreaterThanOrEqual(400)
  const after = openClient(options, browser.fetch)
  expect(await restoreSession(after)).toMatchObject({ status: 'signedOut' })
}

test('siwe and iron-session: signs in, calls, restores and signs out, and a message counts once', async () => {
  const serve = createIronSession({ secret, domain: 'dapp.example' })
  await expectSignedInAndOut(ironSession.options, { serve, me: '/api/me' })
})

test('Auth.js, with its credentials provider: signs in, calls, restores and signs out, and a message counts once', async () => {
  const serve = createAuthJs({ secret, trustHost: true, logger: { error: () => {} } })
  await expectSignedInAndOut(authJs.options, { serve, me: '/api/auth/session' })
})
