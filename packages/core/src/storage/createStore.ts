import type { SessionStore } from '../types/SessionStore.ts'
import { createReader, type ReaderParameters } from './createReader.ts'
import { createWriter } from './createWriter.ts'

/** Creates a store from a table of rows and a box for tokens. */
export function createStore(
  parameters: ReaderParameters & Pick<SessionStore, 'shared' | 'clonedWithTab'>,
): SessionStore {
  const { rows, shared, clonedWithTab } = parameters
  const { readRow, ...reader } = createReader(parameters)
  const writer = createWriter(parameters, { readRow })
  return { shared, clonedWithTab, ...reader, ...writer, close: rows.close }
}
