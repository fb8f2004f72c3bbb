/** Path of the control endpoint, relative to the emulator's URL. */
export const controlPath = '/__emulator'
