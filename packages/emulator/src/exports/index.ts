export type { ControlCommand } from '../control/controlCommand.ts'
export type { EmulatorState, ProviderState } from '../control/readState.ts'
export { createEmulator } from '../createEmulator.ts'
export type { CloudreveOptions } from '../providers/cloudreve/CloudreveOptions.ts'
export type { CloudreveErrorCode } from '../providers/cloudreve/cloudreveErrors.ts'
export type { CloudreveTokenAnswer } from '../providers/cloudreve/wire.ts'
export type { PrivateCloudOptions } from '../providers/privateCloud/PrivateCloudOptions.ts'
export type { PrivateCloudErrorCode } from '../providers/privateCloud/privateCloudErrors.ts'
export type { PrivateCloudFields, PrivateCloudTokenAnswer } from '../providers/privateCloud/wire.ts'
export type { VerifySignature } from '../providers/tako/VerifySignature.ts'
export type { TakoOptions } from '../providers/tako/TakoOptions.ts'
export type { TakoErrorCode } from '../providers/tako/takoErrors.ts'
export type { TakoTokenAnswer } from '../providers/tako/wire.ts'
export type { TalkstackOptions } from '../providers/talkstack/TalkstackOptions.ts'
export type { TalkstackErrorCode } from '../providers/talkstack/talkstackErrors.ts'
export type { RefreshTokenField, TalkstackTokenAnswer } from '../providers/talkstack/wire.ts'
export type { Clock } from '../types/Clock.ts'
export type { CommonProviderOptions } from '../types/CommonProviderOptions.ts'
export type { Counters, FamilyCounters } from '../types/Counters.ts'
export type {
  CloudreveControls,
  Emulator,
  EmulatorControls,
  EmulatorFetch,
  PrivateCloudControls,
  TakoControls,
  TalkstackControls,
  TokenAnswers,
} from '../Emulator.ts'
export type { EmulatorEvent } from '../types/EmulatorEvent.ts'
export type { EmulatorOptions } from '../EmulatorOptions.ts'
export type { Fault, FaultInput, FaultTarget } from '../types/Fault.ts'
export type { IssuedTokens } from '../types/IssuedTokens.ts'
export type { Latency } from '../types/Latency.ts'
export type { Lifetimes, ProviderControls } from '../types/ProviderControls.ts'
export { type ProviderName, providerNames } from '../types/ProviderName.ts'
export type { ResolvedReusePolicy, ReusePolicy } from '../types/ReusePolicy.ts'
export type { RouteKind } from '../types/RouteKind.ts'
