/** Where the control endpoint is, below the address of the emulator. */
export const controlPath = '/__emulator'
