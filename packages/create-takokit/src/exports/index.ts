export { createApp, type CreateAppParameters } from '../createApp.ts'
