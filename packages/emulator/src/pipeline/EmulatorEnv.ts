/** The environment of every Hono app here: `c.env` holds facts that are not in the request itself. */
export interface EmulatorEnv {
  Bindings: { clientAddress: string }
}
