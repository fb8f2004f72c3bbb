// Everything that opens from the button, loaded in one go when it is first needed.
export { DialogHost } from './DialogHost.tsx'
export { TakoDialog } from './TakoDialog.tsx'
export { TakoMenu } from './TakoMenu.tsx'
