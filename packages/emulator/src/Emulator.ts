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

/** A `fetch` served by the emulator. The third argument is what a server knows beyond the request. */
export type EmulatorFetch = (
  input: string | URL | Request,
  init?: RequestInit,
  connection?: { clientAddress?: string },
) => Promise<Response>

/** Each provider's response to a refresh. */
export interface TokenAnswers {
  tako: TakoTokenAnswer
  talkstack: TalkstackTokenAnswer
  cloudreve: CloudreveTokenAnswer
  privateCloud: PrivateCloudTokenAnswer
}

/** Controls of the emulated Tako. */
export type TakoControls = ProviderControls<TakoTokenAnswer, TakoErrorCode>

/** Controls of the emulated TalkStack AI. */
export interface TalkstackControls
  extends ProviderControls<TalkstackTokenAnswer, TalkstackErrorCode> {
  /** Removes the user: 404 from now on. */
  removeUser(subject: string): void
}

/** Controls of the emulated Cloudreve. */
export interface CloudreveControls
  extends ProviderControls<CloudreveTokenAnswer, CloudreveErrorCode> {
  /** Removes the user. */
  removeUser(subject: string): void
  /** Changes the state hash: every refresh token of the user becomes invalid, access tokens stay valid. */
  changePassword(subject: string): void
}

/** Controls of the emulated private cloud. */
export interface PrivateCloudControls
  extends ProviderControls<PrivateCloudTokenAnswer, PrivateCloudErrorCode> {
  /** Whether responses omit the refresh token; the old one then stays valid. */
  setOmitRefreshToken(omitRefreshToken: boolean): void
}

/** Controls of the emulator, for tests and demos. */
export interface EmulatorControls {
  /** Advances all four providers. */
  clock: Clock
  tako: TakoControls
  talkstack: TalkstackControls
  cloudreve: CloudreveControls
  privateCloud: PrivateCloudControls
  /** Issues a pair as if its subject had signed in elsewhere; nothing is counted or logged. */
  issue<name extends ProviderName>(
    provider: name,
    options?: { subject?: string },
  ): Promise<IssuedTokens<TokenAnswers[name]>>
  /** The newest 1000 events, redacted. */
  log: {
    /** Events with a greater `seq`, oldest first. */
    entries(afterSeq?: number): EmulatorEvent[]
    clear(): void
  }
  /** Calls back with each event. Returns a function that stops it. */
  onRequest(listener: (event: EmulatorEvent) => void): () => void
  setAllowedOrigins(origins: '*' | readonly string[]): void
}

/** The emulated APIs and their controls. */
export interface Emulator {
  fetch: EmulatorFetch
  controls: EmulatorControls
}
