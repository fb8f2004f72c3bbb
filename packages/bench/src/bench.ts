import { benchClient } from './benchClient.ts'
import { benchMessage } from './benchMessage.ts'
import { benchSimulation } from './benchSimulation.ts'
import { benchRelay } from './relay/benchRelay.ts'

/** Measures what users wait for and pay for. Ratios of one run say more than times: machines differ. */
for (const run of [benchMessage, benchClient, benchRelay, benchSimulation]) await run()
