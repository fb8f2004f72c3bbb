import { warmUpRecovery } from '../signer/warmUpRecovery.ts'
import type { Engine } from './Engine.ts'

/**
 * Loads and prepares, while the wallet's window is open, what follows its answer. What fails here fails again, and is reported,
 * when it is needed.
 */
export function warmUp(engine: Engine): void {
  const prepareStore = async () => (await engine.store()).prepare?.()
  prepareStore().catch(() => {})
  warmUpRecovery().catch(() => {})
}
