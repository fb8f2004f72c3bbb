import { createNetworkSwitch } from '@takokit/devtools'

/** Cuts this tab off, to see what happens. */
export const network = createNetworkSwitch()
