export { WorldProviders, type WorldProvidersProps } from '../react/WorldProviders.tsx'
