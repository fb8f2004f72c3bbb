import type { AuthClient } from '@takokit/core'
import type { DevtoolsEmulator } from './DevtoolsEmulator.ts'
import type { DevtoolsWallet } from './DevtoolsWallet.ts'
import type { NetworkSwitch } from './NetworkSwitch.ts'

/** What the panel shows and controls. What is not given has no buttons. */
export interface DevtoolsProps {
  /** Default: the client of `<AuthProvider>`. */
  client?: AuthClient | undefined
  /** A test wallet: shows its requests; buttons reject the next one, or let it hang. */
  wallet?: DevtoolsWallet | undefined
  /** The emulator's controls: a button expires the tokens. */
  emulator?: DevtoolsEmulator | undefined
  /** Made by `createNetworkSwitch`: a switch cuts the client off. */
  network?: NetworkSwitch | undefined
  /** A clock, such as that of a world of `@takokit/testing`: buttons move it forward. */
  clock?: { advance: (ms: number) => void } | undefined
}
