const client = `export { createAuthClient, tako } from '@takokit/core'`

/** What applications import at start, by a name for the table. */
export const bundlerEntries = {
  'core with Tako': `export { createAuthClient, signIn, signOut, getSession, getAuthToken, authFetch, tako } from '@takokit/core'`,
  '<TakoSignIn/>': `export { AuthProvider, TakoSignIn } from '@takokit/react'; ${client}`,
  'the first example of the README': `export { AuthProvider, TakoSignIn, useAuthFetch, useAuthToken } from '@takokit/react'; ${client}`,
} as const
