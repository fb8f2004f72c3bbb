import { tako, type TokenProvider } from '@takokit/core'
import * as testing from '@takokit/testing'
import { scanConnector } from './scanConnector.ts'

export interface WorldParameters extends Omit<testing.WorldParameters, 'connectors' | 'providers'> {
  /** Adds a connector for wallets on another device, or one that shows its own window. */
  canScan?: boolean | 'in-its-own-window' | undefined
  accessLifetimeMs?: number | undefined
  /** Default: Tako. */
  provider?: TokenProvider | undefined
}

export type World = testing.World

/** An application's environment, as dapps have it in their tests. */
export function createWorld(parameters: WorldParameters = {}): World {
  const { canScan, accessLifetimeMs, provider = tako(), ...rest } = parameters
  const scan = scanConnector({ showQrModal: canScan === 'in-its-own-window' })
  return testing.createWorld({
    ...rest,
    providers: [provider],
    connectors: canScan ? [scan] : [],
    emulator: accessLifetimeMs === undefined ? {} : { tako: { accessLifetimeMs } },
  })
}
