// Everything that opens from the button, loaded in one go when it is first needed.
export { DialogHost } from './DialogHost.tsx'
export { TakoDialog } from './TakoDialog.tsx'
// Asked for by a click where no wallet is connected: it must be there by then.
export { askFirst } from '../flow/askFirst.ts'
export { TakoMenu } from './TakoMenu.tsx'
