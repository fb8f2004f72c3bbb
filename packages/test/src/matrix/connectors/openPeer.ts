import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'

interface Proposal {
  id: number
}
interface SessionRequest {
  id: number
  topic: string
  params: { request: { method: string; params: unknown[] } }
}
interface Reason {
  code: number
  message: string
}

/** The part of WalletConnect's client that a wallet uses: the dapp has the package, and not this one. */
interface SignClient {
  on(event: 'session_proposal', listener: (proposal: Proposal) => void): void
  on(event: 'session_request', listener: (request: SessionRequest) => void): void
  pair: (parameters: { uri: string }) => Promise<unknown>
  approve: (parameters: {
    id: number
    namespaces: object
  }) => Promise<{ topic: string; acknowledged: () => Promise<unknown> }>
  respond: (parameters: { topic: string; response: object }) => Promise<void>
  disconnect: (parameters: { topic: string; reason: Reason }) => Promise<void>
  core: {
    relayer: { transportClose: () => Promise<void> }
    heartbeat: { stop: () => void }
    verify: { resolve: () => Promise<undefined> }
  }
}

const memory = () => {
  const items = new Map<string, unknown>()
  return {
    getKeys: async () => [...items.keys()],
    getEntries: async () => [...items],
    getItem: async (key: string) => items.get(key),
    setItem: async (key: string, value: unknown) => void items.set(key, value),
    removeItem: async (key: string) => void items.delete(key),
  }
}

export interface OpenPeerParameters {
  /** The folder of a dapp that has WalletConnect's client. */
  at: string
  relayUrl: string
}

/** A wallet on another device, by WalletConnect's own library. It approves each pair. */
export async function openPeer({ at, relayUrl }: OpenPeerParameters) {
  const account = privateKeyToAccount(generatePrivateKey())
  const { SignClient } = createRequire(join(at, 'package.json'))('@walletconnect/sign-client') as {
    SignClient: { init: (options: object) => Promise<SignClient> }
  }
  const client = await SignClient.init({
    projectId: '00000000000000000000000000000000',
    relayUrl,
    logger: 'silent',
    telemetryEnabled: false,
    storage: memory(),
    // Clients of one process would share one connection.
    customStoragePrefix: account.address,
    metadata: { name: 'Phone Fox', description: '', url: 'https://fox.example', icons: [] },
  })
  // It would ask a server of WalletConnect whether it knows the dapp.
  client.core.verify.resolve = async () => undefined
  let next: 'sign' | 'refuse' = 'sign'
  let topic = ''
  const asked: string[] = []

  client.on('session_proposal', async ({ id }) => {
    const namespace = {
      chains: ['eip155:1'],
      accounts: [`eip155:1:${account.address}`],
      methods: ['personal_sign'],
      events: ['accountsChanged', 'chainChanged'],
    }
    const approved = await client.approve({ id, namespaces: { eip155: namespace } })
    topic = approved.topic
    await approved.acknowledged()
  })
  client.on('session_request', async ({ id, topic, params: { request } }) => {
    asked.push(request.method)
    const [raw] = request.params as [Hex]
    const answer =
      next === 'sign'
        ? { result: await account.signMessage({ message: { raw } }) }
        : { error: { code: 5000, message: 'User rejected.' } }
    await client.respond({ topic, response: { id, jsonrpc: '2.0', ...answer } })
  })

  return {
    address: account.address,
    /** The methods that it was asked for. */
    asked,
    scan: (uri: string) => client.pair({ uri }),
    next(value: typeof next) {
      next = value
    },
    /** Ends the pair from the wallet's end. */
    leave: () =>
      client.disconnect({ topic, reason: { code: 6000, message: 'User disconnected.' } }),
    async close() {
      client.core.heartbeat.stop()
      await client.core.relayer.transportClose()
    },
  }
}
