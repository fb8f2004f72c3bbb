export { createNodeListener } from '../node/createNodeListener.ts'
export { readClientAddress } from '../node/readClientAddress.ts'
export { type RelayServer, serveRelay, type ServeRelayOptions } from '../node/serveRelay.ts'
export type { ServerLimits } from '../node/ServerLimits.ts'
