export { SiweMessageError } from '../errors/SiweMessageError.ts'
export {
  createSiweMessage,
  type CreateSiweMessageParameters,
} from '../message/siwe/createSiweMessage.ts'
export {
  parseSiweMessage,
  type ParseSiweMessageOptions,
} from '../message/siwe/parseSiweMessage.ts'
export type { SiweMessage } from '../message/siwe/SiweMessage.ts'
export {
  type SiweRefusal,
  verifySiweMessage,
  type VerifySiweMessageParameters,
  type VerifySiweMessageReturnType,
} from '../message/siwe/verifySiweMessage.ts'
