import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { Accounts } from './Accounts.ts'
import { createSession } from './createSession.ts'
import type { Engine } from './Engine.ts'
import type { SessionCallbacks } from './SessionCallbacks.ts'
import type { SessionController } from './SessionController.ts'

export function createAccounts(
  engine: Engine,
  providers: readonly TokenProvider[],
  callbacks: SessionCallbacks,
): Accounts {
  const controllers = new Map<string, SessionController>()
  const inUse = new Map<string, string>()
  const placeholders = new Map(
    providers.map((provider) => [
      provider.name,
      createSession(engine, provider, undefined, callbacks),
    ]),
  )

  function provider(name: string | undefined): TokenProvider {
    const found = name === undefined ? providers[0] : providers.find((one) => one.name === name)
    if (found) return found
    const known = providers.map((one) => one.name).join(', ')
    throw new TakoKitError(
      'config/unknown-provider',
      `There is no provider "${name}", only ${known}.`,
    )
  }

  return {
    placeholders,
    provider,
    controller(name, account) {
      const one = provider(name)
      const key = `${one.name}:${account}`
      const found = controllers.get(key) ?? createSession(engine, one, account, callbacks)
      controllers.set(key, found)
      return found
    },
    find(which) {
      const { name } = provider(which.provider)
      const account = which.account ?? inUse.get(name)
      const known = account === undefined ? undefined : controllers.get(`${name}:${account}`)
      return known ?? (placeholders.get(name) as SessionController)
    },
    use(name, account) {
      if (inUse.get(name) === account) return
      if (account === undefined) inUse.delete(name)
      else inUse.set(name, account)
      callbacks.onChange()
    },
    inUse: (name) => inUse.get(name),
    all: () => [...controllers.values()],
  }
}
