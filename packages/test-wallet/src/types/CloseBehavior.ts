/** What closing the approval window means: `reject` is 4001, `hang` is no answer at all, ever. */
export type CloseBehavior = 'reject' | 'hang'
