import { benchClient } from './benchClient.ts'
import { benchMessage } from './benchMessage.ts'
import { benchGetSession } from './relay/benchGetSession.ts'
import { benchRelay } from './relay/benchRelay.ts'

for (const run of [benchMessage, benchClient, benchRelay, benchGetSession]) await run()
