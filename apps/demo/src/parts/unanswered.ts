/** What a page shows of an authorized call until it has an answer. */
export const unanswered = (call: string): string => `${call}
authorization: the session’s token

The answer appears here.`
