/** Mutants that no unit or dom test notices, as `pnpm mutate` prints them, each group with the reason why that is right. */
export const acceptedSurvivors: readonly { reason: string; mutants: readonly string[] }[] = []
