/** The `providerCode` of "nobody is signed in" where the relay was sent no cookie at all. */
export const noCookieCode = 'no-cookie'
