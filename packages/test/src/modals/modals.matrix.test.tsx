import { test } from 'vitest'
import { AriakitModal } from './AriakitModal.tsx'
import { ChakraModal } from './ChakraModal.tsx'
import { HeadlessModal } from './HeadlessModal.tsx'
import { MuiModal } from './MuiModal.tsx'
import { ReactAriaModal } from './ReactAriaModal.tsx'
import { walkModal } from './walkModal.tsx'

test.each([
  ['Chakra 2', ChakraModal],
  ['MUI', MuiModal],
  ['Headless UI', HeadlessModal],
  ['Ariakit', AriakitModal],
  ['React Aria', ReactAriaModal],
])('behavior: in a modal of %s', (_, Modal) => walkModal(Modal))
