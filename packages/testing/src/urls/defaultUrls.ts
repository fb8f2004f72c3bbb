/** Where `tako()` and `talkstack()` send their requests by default. */
export const defaultUrls: readonly string[] = ['https://api.tako.so', 'https://api.talkstackai.com']
