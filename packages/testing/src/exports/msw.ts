export {
  emulatorHandlers,
  type EmulatorHandlersParameters,
  type HttpLike,
} from '../msw/emulatorHandlers.ts'
