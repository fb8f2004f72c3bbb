export {
  type EmulatorServer,
  type ServeEmulatorOptions,
  serveEmulator,
} from '../node/serveEmulator.ts'
