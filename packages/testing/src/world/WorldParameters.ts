import type { AuthStorage, TokenProvider } from '@takokit/core'
import type { EmulatorOptions } from '@takokit/emulator'
import type { CreateTestWalletParameters } from '@takokit/test-wallet'
import type { CreateConnectorFn } from 'wagmi'
import type { Answer } from '../urls/Answer.ts'

/** A wallet of a world. */
export type WorldWallet = CreateTestWalletParameters & {
  /** wagmi's type of its connector. Other than `injected`, its window opens only from a tap. Default: `injected`. */
  type?: string
}

/** Parameters of `createWorld`. */
export interface WorldParameters {
  /** Default: one wallet. */
  wallets?: readonly WorldWallet[] | undefined
  /** wagmi's connectors beside those of the wallets. Default: none. */
  connectors?: readonly CreateConnectorFn[] | undefined
  /** Default: `tako()`. */
  providers?: readonly TokenProvider[] | undefined
  /** Lifetimes, reuse policy, latency of the emulated APIs. */
  emulator?: Omit<EmulatorOptions, 'now'> | undefined
  /** Servers of the test by their base URLs, such as `{ 'https://api.example.com': api.fetch }`; the emulator answers all else. */
  servers?: Readonly<Record<string, Answer>> | undefined
  /** The chain's answer to `eth_getCode`: is the account a contract? Default: no code; `false` fails. */
  code?: string | false | undefined
  /** wagmi remembers the first wallet from an earlier page, and connects to it. Combine with `isAuthorized` of the wallet. */
  isRemembered?: boolean | undefined
  /** Where sessions are stored. Share one among worlds, as tabs share it. Default: memory. */
  storage?: AuthStorage | undefined
  /** The time stands still here, in epoch milliseconds, except for `clock.advance`. Default: it passes. */
  at?: number | undefined
}
