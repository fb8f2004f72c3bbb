/** What no error of one call may quote. It is looked for only where there is an error to be cleaned. */
export interface CallSecrets {
  note: (find: () => readonly (string | undefined)[]) => void
  all: () => (string | undefined)[]
}

export function createCallSecrets(): CallSecrets {
  const found: (() => readonly (string | undefined)[])[] = []
  return {
    note: (find) => void found.push(find),
    all: () => found.flatMap((find) => find()),
  }
}
