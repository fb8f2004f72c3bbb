// What a page needs after it is there, loaded in one go.
export { followWallet } from './followWallet.ts'
export { NewsText } from './NewsText.tsx'
