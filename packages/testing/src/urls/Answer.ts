/** A server in a test: it answers a request. */
export type Answer = (request: Request) => Response | Promise<Response>
