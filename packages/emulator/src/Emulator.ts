import type { CloudreveErrorCode } from './providers/cloudreve/cloudreveErrors.ts'
import type { CloudreveTokenAnswer } from './providers/cloudreve/wire.ts'
import type { PrivateCloudErrorCode } from './providers/privateCloud/privateCloudErrors.ts'
import type { PrivateCloudTokenAnswer } from './providers/privateCloud/wire.ts'
import type { TakoErrorCode } from './providers/tako/takoErrors.ts'
import type { TakoTokenAnswer } from './providers/tako/wire.ts'
import type { TalkstackErrorCode } from './providers/talkstack/talkstackErrors.ts'
import type { TalkstackTokenAnswer } from './providers/talkstack/wire.ts'
import type { Clock } from './types/Clock.ts'
import type { EmulatorEvent } from './types/EmulatorEvent.ts'
import type { IssuedTokens } from './types/IssuedTokens.ts'
import type { ProviderControls } from './types/ProviderControls.ts'
import type { ProviderName } from './types/ProviderName.ts'

/** A `fetch` that ends in the emulator. The third argument is what a server knows beside the request. */
export type EmulatorFetch = (
  input: string | URL | Request,
  init?: RequestInit,
  connection?: { clientAddress?: string },
) => Promise<Response>

/** What each provider answers to a refresh. */
export interface TokenAnswers {
  tako: TakoTokenAnswer
  talkstack: TalkstackTokenAnswer
  cloudreve: CloudreveTokenAnswer
  privateCloud: PrivateCloudTokenAnswer
}

/** The controls of Tako. */
export type TakoControls = ProviderControls<TakoTokenAnswer, TakoErrorCode>

/** The controls of TalkStack. */
export interface TalkstackControls
  extends ProviderControls<TalkstackTokenAnswer, TalkstackErrorCode> {
  /** From now on the user is gone: 404. */
  removeUser(subject: string): void
}

/** The controls of Cloudreve. */
export interface CloudreveControls
  extends ProviderControls<CloudreveTokenAnswer, CloudreveErrorCode> {
  /** From now on the user is gone. */
  removeUser(subject: string): void
  /** The state hash is another: every refresh token of the user dies, access tokens live on. */
  changePassword(subject: string): void
}

/** The controls of the private cloud. */
export interface PrivateCloudControls
  extends ProviderControls<PrivateCloudTokenAnswer, PrivateCloudErrorCode> {
  /** Whether answers leave the refresh token out; the old one then stays good. */
  setOmitRefreshToken(omitRefreshToken: boolean): void
}

/** What a test or a demo can do to the emulator. */
export interface EmulatorControls {
  /** Moves all four providers. */
  clock: Clock
  tako: TakoControls
  talkstack: TalkstackControls
  cloudreve: CloudreveControls
  privateCloud: PrivateCloudControls
  /** A pair as if its subject had signed in elsewhere; nothing is counted or logged. */
  issue<name extends ProviderName>(
    provider: name,
    options?: { subject?: string },
  ): Promise<IssuedTokens<TokenAnswers[name]>>
  /** The newest 1000 events, redacted. */
  log: {
    /** Events whose `seq` is greater, oldest first. */
    entries(afterSeq?: number): EmulatorEvent[]
    clear(): void
  }
  /** Calls back with each event; returns how to stop. */
  onRequest(listener: (event: EmulatorEvent) => void): () => void
  setAllowedOrigins(origins: '*' | readonly string[]): void
}

/** The emulated APIs, and what can be done to them. */
export interface Emulator {
  fetch: EmulatorFetch
  controls: EmulatorControls
}
