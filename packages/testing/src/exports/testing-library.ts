export {
  renderInWorld,
  type RenderInWorldOptions,
  type RenderInWorldResult,
} from '../testingLibrary/renderInWorld.tsx'
