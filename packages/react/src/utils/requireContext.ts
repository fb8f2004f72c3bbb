import { TakoKitError } from '@takokit/core'

/** The value that a component above provides; throws if there is none. */
export function requireContext<value>(value: value | undefined, name: string): value {
  if (value) return value
  throw new TakoKitError('config/invalid', `There is no <${name}> around this.`)
}
