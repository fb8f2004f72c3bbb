export { type EmulatorPluginOptions, emulator } from '../vite/emulator.ts'
