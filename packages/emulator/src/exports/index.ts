export { createEmulator } from '../createEmulator.ts'
