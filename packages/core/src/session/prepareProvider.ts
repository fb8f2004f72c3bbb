import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'

/** Loads what a provider's calls need. Throws `network/failed` where a file could not be loaded, else `config/invalid`. */
export async function prepareProvider({ name, prepare }: TokenProvider): Promise<void> {
  try {
    await prepare?.()
  } catch (cause) {
    if (cause instanceof TakoKitError) throw cause
    // Browsers and bundlers have a text each, and no code, for a file that could not be loaded.
    const isMissing = /import|chunk|fetch|load/i.test(`${cause}`)
    throw isMissing
      ? new TakoKitError('network/failed', 'Part of the kit could not be loaded.', { cause })
      : new TakoKitError('config/invalid', `\`prepare\` of the provider "${name}" failed.`, {
          cause,
        })
  }
}
