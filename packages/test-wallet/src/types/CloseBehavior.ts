/** The effect of closing the approval window: `reject` fails with 4001, `hang` never answers. */
export type CloseBehavior = 'reject' | 'hang'
