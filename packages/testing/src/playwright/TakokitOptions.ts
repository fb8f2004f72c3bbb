import type { EmulatorOptions } from '@takokit/emulator'
import type { CreateTestWalletParameters } from '@takokit/test-wallet'
import type { Answer } from '../urls/Answer.ts'

/** Options of `installTakokit`, and of the fixture `takokit`. */
export interface TakokitOptions {
  /** Wallets that announce themselves to each page, as extensions do. Default: one, which approves by itself. */
  wallets?: readonly CreateTestWalletParameters[]
  /** Lifetimes, reuse policy, latency of the emulated APIs. */
  emulator?: EmulatorOptions
  /** Origins or base URLs that the emulator answers. Default: those of `tako()` and `talkstack()`. */
  urls?: readonly string[]
  /** Servers of the test by their base URLs, such as `{ 'http://localhost:3000/auth': relay.fetch }`. Default: none. */
  servers?: Readonly<Record<string, Answer>>
  /**
   * Whether the page may send requests to other machines. JSON-RPC, as wagmi sends it to a chain's node, is answered in any
   * case: there is no contract, no name, no balance. Default: no.
   */
  allowNetwork?: boolean
}
