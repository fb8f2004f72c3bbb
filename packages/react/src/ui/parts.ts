// Everything that opens from the button, loaded in one chunk when it is first needed.
export { DialogHost } from './DialogHost.tsx'
export { TakoDialog } from './TakoDialog.tsx'
// A click without a connected wallet needs it: it must have loaded by then.
export { askFirst } from '../flow/askFirst.ts'
export { TakoMenu } from './TakoMenu.tsx'
