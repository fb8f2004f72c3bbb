/** The four token APIs that the emulator serves. */
export type ProviderName = 'tako' | 'talkstack' | 'cloudreve' | 'privateCloud'

/** All of them, in the documents' order. */
export const providerNames = [
  'tako',
  'talkstack',
  'cloudreve',
  'privateCloud',
] as const satisfies readonly ProviderName[]
