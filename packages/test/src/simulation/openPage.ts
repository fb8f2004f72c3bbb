import { authFetch } from '../../../core/src/actions/authFetch.ts'
import { cancelSignIn } from '../../../core/src/actions/cancelSignIn.ts'
import { getAuthToken } from '../../../core/src/actions/getAuthToken.ts'
import { refreshSession } from '../../../core/src/actions/refreshSession.ts'
import { signIn } from '../../../core/src/actions/signIn.ts'
import { signOut } from '../../../core/src/actions/signOut.ts'
import { startSession } from '../../../core/src/actions/startSession.ts'
import { createAuthClient } from '../../../core/src/createAuthClient.ts'
import { TakoKitError } from '../../../core/src/errors/TakoKitError.ts'
import type { AuthEvent } from '../../../core/src/types/AuthEvent.ts'
import type { AuthStorage } from '../../../core/src/types/SessionStore.ts'
import type { TokenProvider } from '../../../core/src/types/TokenProvider.ts'
import type { Page } from './Page.ts'
import type { Simulation } from './Simulation.ts'
import type { VirtualTab } from './VirtualTab.ts'
import { simOrigin } from './simProvider.ts'
import type { VirtualDisk } from './virtualDisk.ts'
import type { Invariants } from './Invariants.ts'

/** Two accounts, in the spelling of addresses. */
export const accounts = [
  '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9',
  '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
] as const

/** Longer than a plain signature: no address is recovered, which would take time that the simulation does not control. */
const contractSignature = `0x${'51'.repeat(96)}` as const

export function openPage(parameters: {
  simulation: Simulation
  tab: VirtualTab
  provider: TokenProvider
  storage: AuthStorage
  disk: VirtualDisk
  checkLeak: (where: string, text: string) => void
  rules: Invariants
}): Page {
  const { simulation, tab, provider, storage, disk, checkLeak, rules } = parameters
  const { world, server, backend, acts, fail } = simulation
  const client = createAuthClient({ providers: [provider], storage, platform: tab.platform })
  const pending = new Map<number, string>()
  const events: AuthEvent[] = []
  let calls = 0
  let isDisposed = false

  function track<value>(what: string, call: () => Promise<value>): Promise<value | string> {
    const id = calls++
    if (tab.state() !== 'open') return Promise.resolve('not open')
    world.touch()
    world.note(tab.name, `asks: ${what}`)
    pending.set(id, what)
    return call().then(
      (value) => {
        pending.delete(id)
        return value
      },
      (cause: unknown) => {
        pending.delete(id)
        const code = cause instanceof TakoKitError ? cause.code : String(cause)
        if (cause instanceof Error) checkLeak('an error', `${cause.message} ${describe(cause)}`)
        if (!(cause instanceof TakoKitError || cause instanceof TypeError))
          fail('typed errors', `${what}: ${String(cause)}`)
        world.note(tab.name, `${what} fails: ${code}`)
        return code
      },
    )
  }

  const page: Page = {
    tab,
    client,
    disk,
    events,
    pending: () => [...pending.values()],
    dispose() {
      isDisposed = true
      client.dispose()
    },
    isDisposed: () => isDisposed,
    async ask(account, minValidityMs) {
      // A page has no token of a session in a cookie: the backend's answer to a call tells as much.
      if (backend?.session === 'cookie') {
        const status = await page.call(account)
        return status === 200 ? { isGood: true } : { code: String(status) }
      }
      const answer = await track('a token', async () => {
        const token = await getAuthToken(client, { account, minValidityMs })
        return { token }
      })
      if (typeof answer === 'string') return { code: answer }
      const isGood = server.isGood(answer.token)
      world.note(tab.name, `has a ${isGood ? 'good' : 'bad'} token`)
      rules.checkToken(page, answer.token)
      return { isGood }
    },
    async call(account) {
      const answer = await track('an authorized call', () =>
        authFetch(client, `${simOrigin}/sim/call`, { account }),
      )
      return typeof answer === 'string' ? answer : answer.status
    },
    refresh: (account) =>
      track('a refresh', async () => (await refreshSession(client, { account })).status),
    start: (account) =>
      backend
        ? page.signIn(account)
        : track('to take over a session', async () => {
            const { access, refresh } = server.issue(account)
            const tokens = {
              accessToken: access,
              refreshToken: refresh,
              expiresInMs: server.options.lifetimeMs,
            }
            return (await startSession(client, { account, tokens })).status
          }),
    signIn(account) {
      const end = acts.begin({ what: 'in', account, page })
      const answer = track('to sign in', async () => {
        const signer = {
          address: account as `0x${string}`,
          signMessage({ message }: { message: string }) {
            backend?.asked(message)
            return tab.operate('sign', [20, 5], () => contractSignature)
          },
        }
        return (await signIn(client, { signer })).status
      })
      void answer.then((status) => end(status === 'signedIn'))
      return answer
    },
    cancelSignIn() {
      world.note(tab.name, 'cancels the sign-in')
      cancelSignIn(client)
    },
    signOut(account) {
      const left = account ?? client.getSnapshot().account ?? ''
      const end = acts.begin({ what: 'out', account: left, page })
      const wasSignedIn = client.getSnapshot({ account: left }).status === 'signedIn'
      const answer = track('to sign out', async () => {
        if (!isDisposed) rules.willSignOut(page, account)
        await signOut(client, { account })
        return 'signedOut'
      })
      void answer.then((status) => end(wasSignedIn && status === 'signedOut'))
      return answer
    },
  }
  client.onEvent((event) => {
    events.push(event)
    checkLeak('an event', JSON.stringify(event))
    world.note(tab.name, `${event.type} ${event.gen} ${'reason' in event ? event.reason : ''}`)
    rules.checkEvent(page, event)
  })
  client.subscribe(() => rules.checkSnapshot(page))
  return page
}

function describe(error: Error): string {
  const { cause } = error
  return cause instanceof Error ? `${cause.message} ${describe(cause)}` : String(cause ?? '')
}
