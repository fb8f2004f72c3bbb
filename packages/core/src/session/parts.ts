/** What a page needs only once somebody signs in or is signed in: loaded then, and not before. */
export { beginSession } from './beginSession.ts'
export { completeSignIn } from './completeSignIn.ts'
export { checkOrigin, fetchWithToken } from './fetchWithToken.ts'
export { freshToken } from './freshToken.ts'
export { issuedTokens } from './issuedTokens.ts'
export { restoreRelayed } from './restoreRelayed.ts'
export { tendSession } from './tendSession.ts'
