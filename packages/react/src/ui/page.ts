// What the button needs of a script to look right, loaded as soon as it is there.
export { SessionAvatar } from '../session/SessionAvatar.tsx'
export { followPage } from './followPage.ts'
