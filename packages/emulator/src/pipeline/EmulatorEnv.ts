/** The environment of every Hono app here: `c.env` holds facts about a request that are not in it. */
export interface EmulatorEnv {
  Bindings: { clientAddress: string }
}
