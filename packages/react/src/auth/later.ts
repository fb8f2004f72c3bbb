// What a page needs after its first render, loaded in one chunk.
export { followWallet } from './followWallet.ts'
export { NewsText } from './NewsText.tsx'
