/** Decides about signatures that plain recovery does not settle, such as ERC-1271 and ERC-6492. */
export type VerifySignature = (parameters: {
  address: `0x${string}`
  message: string
  signature: `0x${string}`
}) => boolean | Promise<boolean>
