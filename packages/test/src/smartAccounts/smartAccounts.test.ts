import { createChain } from './createChain.ts'
import { describeSmartAccounts } from './describeSmartAccounts.ts'

describeSmartAccounts(createChain)
