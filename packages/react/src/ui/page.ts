// The scripted part of the button's style, loaded right after its first render.
export { SessionAvatar } from '../session/SessionAvatar.tsx'
export { followPage } from './followPage.ts'
