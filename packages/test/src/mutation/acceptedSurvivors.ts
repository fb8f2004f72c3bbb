/** Mutants that no unit or dom test notices, as `pnpm mutate` prints them, each group with the reason why that is right. */
export const acceptedSurvivors: readonly { reason: string; mutants: readonly string[] }[] = [
  {
    reason: 'A flag that is absent reads as false.',
    mutants: ['core/src/tabs/webLocks.ts: isOver: false → ...{}'],
  },
  {
    reason: 'The timer of a wait that is over changes nothing that is still read.',
    mutants: ['core/src/tabs/webLocks.ts: clearTimeout(timer) → ;'],
  },
]
