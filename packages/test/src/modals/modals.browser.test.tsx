import { test } from 'vitest'
import { NativeModal } from './NativeModal.tsx'
import { RadixModal } from './RadixModal.tsx'
import { walkModal } from './walkModal.tsx'

test('behavior: in a native modal', () => walkModal(NativeModal))
test('behavior: in a modal of Radix', () => walkModal(RadixModal))
