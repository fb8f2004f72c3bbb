/** The purpose of a request to an emulated API. */
export type RouteKind = 'signIn' | 'refresh' | 'signOut' | 'call'
