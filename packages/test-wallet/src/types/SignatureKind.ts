/**
 * The form of signatures.
 *
 * - `eoa`: 65 bytes that recover to the account.
 * - `unrecoverable`: 65 bytes that do not, as from a Safe with one owner.
 * - `multisig`: 130 bytes, as from a Safe with two signers.
 * - `erc6492`: wrapped for an undeployed smart account; the form is valid, the factory is not.
 */
export type SignatureKind = 'eoa' | 'unrecoverable' | 'multisig' | 'erc6492'
