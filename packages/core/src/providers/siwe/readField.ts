import { isRecord } from '../../utils/isRecord.ts'

/** The value at a path such as `user.address`: at the given one, else at the first usual one that there is. */
export function readField(json: unknown, given: string | undefined, ...usual: string[]): unknown {
  for (const path of given === undefined ? usual : [given]) {
    let value = json
    for (const name of path.split('.'))
      value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
    if (value !== undefined) return value
  }
  return undefined
}
