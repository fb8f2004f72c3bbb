import type { Config, Connector } from 'wagmi'
import { readRecentId } from './readRecentId.ts'
import { loadIcons } from './iconOf.ts'

/** Facts about a connector that it does not expose itself. */
export interface ConnectorFacts {
  /** A wallet is behind it. */
  hasProvider: boolean
  /** It announced itself; the application did not configure it. */
  isStranger: boolean
}

/** What the list of wallets needs before it is shown. A new object when a fact changes. */
export interface WalletFacts {
  recentId: string | null
  connectors: ReadonlyMap<Connector, ConnectorFacts>
}

/** A storage or a connector that takes longer counts as empty. */
const patienceMs = 200

const known = new WeakMap<Config, WalletFacts>()
const reading = new WeakMap<Config, Promise<void>>()
const listeners = new Set<() => void>()

/** The current facts; `undefined` before they were read. */
export function knownFacts(config: Config): WalletFacts | undefined {
  return known.get(config)
}

export function watchFacts(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Reads which wallets there are, and which one was used last. Concurrent calls share one read. */
export function readFacts(config: Config): Promise<void> {
  const again = reading.get(config) ?? read(config).finally(() => reading.delete(config))
  reading.set(config, again)
  return again
}

async function read(config: Config): Promise<void> {
  const { connectors } = config
  loadIcons(connectors, () => {
    const facts = known.get(config)
    if (facts) tell(config, { ...facts })
  })
  const announced = announcedIds(config)
  const [recentId = null, ...providers] = await Promise.all([
    inTime(readRecentId(config)),
    ...connectors.map((connector) =>
      connector.type === 'injected' ? inTime(providerOf(connector)) : undefined,
    ),
  ])
  const facts = connectors.map(
    (connector, index) =>
      [
        connector,
        { hasProvider: Boolean(providers[index]), isStranger: announced.has(connector.id) },
      ] as const,
  )
  tell(config, { recentId, connectors: new Map(facts) })
}

function tell(config: Config, facts: WalletFacts): void {
  known.set(config, facts)
  for (const listener of listeners) listener()
}

/** An application's own connector may throw synchronously. */
async function providerOf(connector: Connector): Promise<unknown> {
  return connector.getProvider()
}

/** Those that wagmi has received. */
function announcedIds(config: Config): Set<unknown> {
  const ids = (config._internal?.mipd?.getProviders() ?? []).map((detail) => {
    try {
      return detail.info.rdns
    } catch {
      return undefined
    }
  })
  return new Set(ids)
}

function inTime<value>(asked: Promise<value>): Promise<value | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    const end = (value?: value) => {
      clearTimeout(timer)
      resolve(value)
    }
    asked.then(end, () => end())
  })
}
