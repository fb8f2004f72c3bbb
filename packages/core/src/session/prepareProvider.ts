import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'

/** Loads what a provider's calls need. Throws `network/failed` if a file could not be loaded, otherwise `config/invalid`. */
export async function prepareProvider({ name, prepare }: TokenProvider): Promise<void> {
  try {
    await prepare?.()
  } catch (cause) {
    if (cause instanceof TakoKitError) throw cause
    // For a file that could not be loaded, browsers and bundlers have different texts and no code.
    const isMissing = /import|chunk|fetch|load/i.test(`${cause}`)
    throw isMissing
      ? new TakoKitError('network/failed', 'Part of the kit could not be loaded.', { cause })
      : new TakoKitError('config/invalid', `\`prepare\` of the provider "${name}" failed.`, {
          cause,
        })
  }
}
