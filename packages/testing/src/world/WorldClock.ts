/** The time of a world: of its client, its emulator, and the timers of its sessions. */
export interface WorldClock {
  /** Epoch milliseconds. */
  now(): number
  /**
   * Moves the time forward. Timers of sessions that become due run in their order, so that a refresh begins by itself; it
   * answers later, as over a network.
   */
  advance(ms: number): void
}
