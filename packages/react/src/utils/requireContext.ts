import { TakoKitError } from '@takokit/core'

/** What a component around this one lends. */
export function requireContext<value>(value: value | undefined, name: string): value {
  if (value) return value
  throw new TakoKitError('config/invalid', `There is no <${name}> around this.`)
}
