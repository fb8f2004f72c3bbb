/** What Hono's `c.env` holds: facts about a request that are not in it. */
export interface EmulatorBindings {
  clientAddress: string
}

/** The environment of every Hono app here. */
export interface EmulatorEnv {
  Bindings: EmulatorBindings
}
