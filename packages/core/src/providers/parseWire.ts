import { type GenericSchema, type InferOutput, safeParse } from 'valibot'

/** Parses wire data by its schema; `undefined` if it has another shape. */
export function parseWire<const schema extends GenericSchema>(
  schema: schema,
  json: unknown,
): InferOutput<schema> | undefined {
  const result = safeParse(schema, json)
  return result.success ? result.output : undefined
}
