import type { ErrorPart } from './walkError.ts'

/** "Limit exceeded" (EIP-1474): never a user's decision, whatever the text says. */
const machineCodes = new Set(['-32005', '429'])

const deed =
  'reject|den(?:y|ied)|declin|cancel|clos(?:e|ed|ing)\\b|dismiss|refus|abort|disapprov|not (?:been )?(?:approv|confirm|accept)|拒绝|拒絕|取消'
const anyDeed = new RegExp(deed, 'i')
const byPerson = new RegExp(
  `\\b(?:user|person|you)\\b[^.:;]{0,24}?(?:${deed})|(?:${deed})\\w*\\s+(?:by|from)\\s+(?:the\\s+)?(?:user|person|you)\\b|用户|用戶`,
  'i',
)
/** Machines that reject, deny, cancel or close. */
const machine =
  /rate.?limit|limit|too many|throttl|quota|exceed|tim(?:e|ed)[ -]?out|expired|network|\brpc\b|\bnode\b|socket|transport|server|upstream|gateway|relay|connection|channel|\bport\b|stream|internal error|invalid|unsupported|not supported|unknown method|unauthori[sz]ed|forbidden|polic(?:y|ies)|allow.?list|nonce|insufficient|underpriced/i

/** Whether the texts say that the user closed or refused the request. */
export function isRefusal({ code, texts }: ErrorPart): boolean {
  return texts.some((text) => {
    if (!anyDeed.test(text)) return false
    return byPerson.test(text) || !(machine.test(text) || machineCodes.has(code ?? ''))
  })
}
