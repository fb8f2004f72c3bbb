/** Called in the same task as `provider.request()`, before the wallet handles the request. */
export type RequestListener = (method: string, params: unknown) => void
