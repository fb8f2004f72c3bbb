/** The values that no error of one call may quote. They are computed only if there is an error to clean. */
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
