import {
  authFetch,
  cloudreve,
  createAuthClient,
  getAuthToken,
  memoryStorage,
  refreshSession,
  relayed,
  restoreSession,
  signIn,
  signOut,
  startSession,
  switchAccount,
  TakoKitError,
  tako,
  talkstack,
  vaultStorage,
  webStorage,
} from '@takokit/core'
import type { Settled, TabKit, TabSession, Wanted, Which } from './TabKit.ts'
import { skippableTime } from './skippableTime.ts'
import type { TabOptions } from './TabOptions.ts'

const parameter = new URL(location.href).searchParams.get('options')
const options = JSON.parse(parameter ?? '{}') as TabOptions
const { apiUrl, timing, random } = options
if (random !== undefined) Math.random = () => random
const { skip } = skippableTime()
const storages = {
  vault: vaultStorage,
  memory: memoryStorage,
  local: () => webStorage('local'),
  session: () => webStorage('session'),
}
const calls = {
  tako: '/v2/farcaster/ignore_bid',
  talkstack: '/auth/me',
  cloudreve: '/api/v4/user/me',
}

const events: TabKit['events'] = []
const warnings: string[] = []
const sent: string[] = []
let isHolding = false
let held = 0
const heldListeners = new Set<() => void>()

const direct = tako({ baseUrl: apiUrl })
const client = createAuthClient({
  providers: [
    options.isRelayed ? relayed({ provider: direct, url: '/auth' }) : direct,
    talkstack({ baseUrl: apiUrl }),
    cloudreve({ baseUrl: `${apiUrl}/api/v4` }),
  ],
  storage: storages[options.storage](),
  timing,
  onWarning: (message) => warnings.push(message),
  async fetch(input, init) {
    if (isHolding) {
      held += 1
      for (const listener of heldListeners) listener()
      await new Promise(() => {})
    }
    sent.push(new URL(input instanceof Request ? input.url : input, location.href).pathname)
    return fetch(input, init)
  },
})
client.onEvent((event) => events.push(event))

function session(which: Which = {}): TabSession {
  const known = client.getSnapshot(which)
  const { status, refreshStatus, reason, error, account, gen, token } = known
  const { refreshedBy, expiresAt, nextRefreshAt } = known
  return {
    status,
    refreshStatus,
    reason,
    errorCode: error?.code,
    account,
    gen,
    hasToken: token !== undefined,
    refreshedBy,
    expiresAt,
    nextRefreshAt,
  }
}

function until({
  status,
  gen = 0,
  refreshStatus,
  nextRefreshInMs,
  ...which
}: Wanted): Promise<TabSession> {
  return new Promise((resolve) => {
    const look = () => {
      const now = session(which)
      if (status !== undefined && now.status !== status) return
      if (refreshStatus !== undefined && now.refreshStatus !== refreshStatus) return
      if (now.gen < gen) return
      if (nextRefreshInMs) {
        const [leastMs, mostMs] = nextRefreshInMs
        const waitMs = (now.nextRefreshAt ?? 0) - Date.now()
        if (waitMs <= leastMs || waitMs > mostMs) return
      }
      stop()
      resolve(now)
    }
    const stop = client.subscribe(look)
    look()
  })
}

async function settle<value>(promise: Promise<value>): Promise<Settled<value>> {
  try {
    return { ok: true, value: await promise }
  } catch (cause) {
    return { ok: false, code: cause instanceof TakoKitError ? cause.code : String(cause) }
  }
}

async function call({ provider = 'tako', account }: Which = {}): Promise<number> {
  const isTako = provider === 'tako'
  const response = await authFetch(client, `${apiUrl}${calls[provider]}`, {
    provider,
    account,
    ...(isTako && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ index: 70 }),
    }),
  })
  await response.text()
  return response.status
}

window.kit = {
  tabId: client.tabId,
  events,
  warnings,
  sent,
  session,
  until,
  async start(tokens, which = {}) {
    await startSession(client, { provider: 'tako', ...which, tokens })
    return session(which)
  },
  async restore(which = {}) {
    await restoreSession(client, which)
    return session(which)
  },
  async signIn(address) {
    const sign = window.signFor
    if (!sign) throw new Error('The test has exposed no wallet.')
    const signer = { address, signMessage: ({ message }: { message: string }) => sign(message) }
    return settle(signIn(client, { provider: 'tako', signer }).then(() => session()))
  },
  refresh: (which = {}) => settle(refreshSession(client, which).then(() => session(which))),
  async signOut(which = {}) {
    await signOut(client, which)
  },
  use: (account) => {
    switchAccount(client, { account })
  },
  token: (which = {}) => settle(getAuthToken(client, which)),
  call: (which = {}) => settle(call(which)),
  holdRequests() {
    isHolding = true
  },
  held: () => held,
  untilHeld: (count) =>
    new Promise((resolve) => {
      const look = () => {
        if (held < count) return
        heldListeners.delete(look)
        resolve()
      }
      heldListeners.add(look)
      look()
    }),
  skip,
  dispose: () => client.dispose(),
  async openQueries() {
    const { openQueries } = await import('./openQueries.ts')
    window.kit.queries = openQueries(client)
  },
}
