export { createNodeListener } from '../node/createNodeListener.ts'
export { type RelayServer, serveRelay, type ServeRelayOptions } from '../node/serveRelay.ts'
