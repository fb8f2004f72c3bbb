import type { RelayConfig } from '../config/RelayConfig.ts'
import { createKeySource } from '../cookies/createKeySource.ts'
import { createSealer } from '../cookies/createSealer.ts'
import { createSealUse } from '../cookies/createSealUse.ts'
import { createLogger } from '../createLogger.ts'
import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { createPendingWrites } from '../session/createPendingWrites.ts'
import { createRevocations } from '../session/createRevocations.ts'
import { createTurns } from '../session/createTurns.ts'
import { guardStore } from '../stores/guardStore.ts'
import { scopeStore } from '../stores/scopeStore.ts'
import type { ConnectedRelay } from './ConnectedRelay.ts'

/** Connects the parts of a relay. */
export function createEngine(config: RelayConfig): ConnectedRelay {
  const { request: noteRequest, ...journal } = createLogger(config)
  const keySource = createKeySource(config)
  const issuers = [...config.providers.values()].flatMap((one) => issuerOf(one) ?? [])
  const secrets = () => [...keySource.secrets(), ...issuers.flatMap((issuer) => issuer.secrets())]
  const store = guardStore(scopeStore(config.store, config.namespace), {
    ...config,
    ...journal,
    secrets,
  })
  const now = () => config.store.now?.() ?? config.now()
  const engine: RelayEngine = {
    ...config,
    now,
    ...journal,
    store,
    sealer: createSealer(keySource),
    sealUse: createSealUse(config),
    secrets,
    flights: new Map(),
    turn: createTurns(),
    revocations: createRevocations(() => engine),
    pendingWrites: createPendingWrites({ ...config, ...journal, now, store }),
  }

  async function learnTime(): Promise<void> {
    if (config.store.now && config.store.now() === undefined)
      await store.read('clock:').catch(() => {})
  }

  return { engine, noteRequest, learnTime }
}
