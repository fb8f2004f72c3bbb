import { benchRelay } from './benchRelay.ts'

await benchRelay()
