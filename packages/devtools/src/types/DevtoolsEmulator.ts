/** What the panel uses of one emulated API. */
interface EmulatedApi {
  /** Refuses the access tokens that were issued, from now on. */
  expireAccess: () => unknown
  /** How long tokens live that are issued from now on. */
  lifetimes?: (() => { accessMs: number }) | undefined
}

/** The controls of `@takokit/emulator`, or what stands for them where the emulator runs on a server. */
export interface DevtoolsEmulator {
  tako?: EmulatedApi | undefined
  talkstack?: EmulatedApi | undefined
  cloudreve?: EmulatedApi | undefined
  privateCloud?: EmulatedApi | undefined
}
